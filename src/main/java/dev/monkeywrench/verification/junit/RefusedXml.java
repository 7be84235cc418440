package dev.monkeywrench.verification.junit;

/** Well-formed, but not what a report may hold; the message is for the user. */
final class RefusedXml extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedXml(String message) {
        super(message);
    }
}
