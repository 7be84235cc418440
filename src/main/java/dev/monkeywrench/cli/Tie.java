package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;

/** Ends a service with the process that started it, however that one ends. */
public final class Tie {

    /** Names the log of a service that is to end with its standard input, and to take its log away then. */
    static final String LOG = "MONKEYWRENCH_LOG_UNTIL_INPUT_ENDS";

    private Tie() {}

    /** Ends this process in good order when its standard input ends, if it was started so. */
    public static void toStandardInput(Map<String, String> environment) {
        Optional.ofNullable(environment.get(LOG))
                .map(Path::of)
                .ifPresent(log ->
                        Thread.ofPlatform().daemon().name("end-with-input").start(() -> endWithInput(log)));
    }

    private static void endWithInput(Path log) {
        try {
            while (System.in.read() >= 0) {
                // whatever is written there, only its end counts
            }
        } catch (IOException broken) {
            System.err.println("standard input broke, ending: " + broken.getMessage());
        }
        SpringApplication.getShutdownHandlers().add(() -> takeAway(log));
        System.exit(0);
    }

    private static void takeAway(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            System.err.println("this log cannot be removed: " + e.getMessage());
        }
    }
}
