package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How a JVM that runs tests ends: by us, or, where the tests end it themselves, without a verdict. */
final class Ending {

    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_VERDICT = 3;
    static final int DOES_NOT_COMPILE = 4;

    private Ending() {}

    /** From here on an exit that is not {@link #finish} is no verdict. */
    static Ending ofThisJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(NO_VERDICT)));
        return new Ending();
    }

    /** Says so in the file, where there is one, and ends the JVM. */
    void finish(int status, Optional<Path> finished) {
        finished.ifPresent(Ending::touch);
        Runtime.getRuntime().halt(status);
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "finished");
        } catch (IOException e) {
            throw new IllegalStateException("junit-run cannot say that it finished: " + file, e);
        }
    }
}
