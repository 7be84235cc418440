package dev.monkeywrench.patch;

/** Ends the reading or making of edits; becomes an {@code Unusable} value at the edge. */
final class UnusableEdit extends Exception {

    private final String reason;

    UnusableEdit(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
