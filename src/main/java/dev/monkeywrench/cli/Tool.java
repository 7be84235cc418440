package dev.monkeywrench.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a trusted program of this machine to ask about it, never for long. */
final class Tool {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST = 4_096;

    private Tool() {}

    /** What it printed; empty when it is not there, fails, or takes too long. */
    static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text = new String(process.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(Inert.line(text, MOST)) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
