package dev.monkeywrench.cli;

import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** A service that runs or starts: one that the user named, or one of our own that ends with us. */
interface Service extends AutoCloseable {

    /** Where it is, once it has begun. */
    URI address();

    /**
     * Waits until it answers, with what an earlier command that was killed has left of the same evaluation.
     *
     * @param request what is to be evaluated
     * @param over whether nothing of what was left counts
     */
    default void begin(ObjectNode request, boolean over) throws InterruptedException {}

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
