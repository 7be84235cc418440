package dev.monkeywrench.cli;

import java.net.URI;

/** A running service: one that the user named, or one of our own that ends with us. */
interface Service extends AutoCloseable {

    URI address();

    /** What it was asked to do has come to its end, so that nobody has to go on with it. */
    default void end() {}

    @Override
    void close();

    /** A service that somebody else runs. */
    record Addressed(URI address) implements Service {

        @Override
        public void close() {
            // it is not ours to end
        }
    }
}
