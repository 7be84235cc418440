package dev.monkeywrench.cli;

/** How commands end. */
final class Exit {

    static final int FINE = 0;
    static final int ERROR = 1;
    static final int USAGE = 2;
    static final int BELOW_LIMIT = 100;

    private Exit() {}
}
