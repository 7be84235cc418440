package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** How a JVM that runs tests ends: by us, or, where the tests end it themselves, without a verdict. */
final class Ending {

    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_VERDICT = 3;
    static final int DOES_NOT_COMPILE = 4;
    static final int LATE = 124;

    /** Ends this JVM, and says that it was not the tests that did. */
    interface Way {

        void end(int status) throws IOException;
    }

    private final IntConsumer jvm;

    private Ending(IntConsumer jvm) {
        this.jvm = jvm;
    }

    /** From here on an exit that is not {@link #finish} is no verdict. */
    static Ending ofThisJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(NO_VERDICT)));
        return new Ending(Runtime.getRuntime()::halt);
    }

    /** This JVM goes on: what it does is rehearsed. */
    static Ending rehearsed() {
        return new Ending(status -> {});
    }

    void finish(int status) {
        jvm.accept(status);
    }

    /** Says in the file that the tests did not end the JVM, and ends it. */
    void finish(int status, Path finished) throws IOException {
        Files.writeString(finished, "finished");
        finish(status);
    }
}
