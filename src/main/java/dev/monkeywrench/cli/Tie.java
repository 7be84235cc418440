package dev.monkeywrench.cli;

import java.io.IOException;
import java.util.Map;

/** Ends a service with the process that started it, however that one ends. */
public final class Tie {

    private Tie() {}

    /** Ends this process in good order when its standard input ends, if it was started so. */
    public static void toStandardInput(Map<String, String> environment) {
        if (environment.containsKey(ChildService.TIED)) {
            Thread.ofPlatform().daemon().name("end-with-input").start(Tie::endWithInput);
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // whatever is written there, only its end counts
            }
        } catch (IOException broken) {
            System.err.println("standard input broke, ending: " + broken.getMessage());
        }
        System.exit(0);
    }
}
