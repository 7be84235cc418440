package dev.monkeywrench.cli;

/** The command line asks for something that cannot be. */
final class UsageFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageFault(String message) {
        super(message);
    }
}
