package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxFile;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sandbox with its keeper. Used by one thread at a time. */
final class Kept {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration RESETTING = Duration.ofSeconds(20);
    private static final String SHIM = resource("shim.sh");
    private static final List<SandboxFile> FILES = List.of(
            new SandboxFile("warm.sh", resource("warm.sh")),
            new SandboxFile("keeper.py", resource("keeper.py")),
            new SandboxFile("keeper_tree.py", resource("keeper_tree.py")),
            new SandboxFile("keeper_processes.py", resource("keeper_processes.py")),
            new SandboxFile("keeper_start.py", resource("keeper_start.py")),
            new SandboxFile("shim.py", resource("shim.py")),
            new SandboxFile("python3", SHIM),
            new SandboxFile("python", SHIM),
            new SandboxFile("pytest", SHIM));

    private final Sandbox sandbox;
    private final Instant started;
    private Instant restingSince;
    private boolean sound = true;
    private int uses;

    private Kept(Sandbox sandbox, Instant started) {
        this.sandbox = sandbox;
        this.started = started;
        this.restingSince = started;
    }

    /** Takes the sandbox over; empty, and the sandbox closed, where no keeper can run in it. */
    static Optional<Kept> start(Sandbox sandbox, Instant now) throws SandboxUnavailable, InterruptedException {
        boolean kept = false;
        try {
            ExecRequest request = new ExecRequest(List.of("bash", "/mw/warm.sh"), Map.of(), FILES, STARTING);
            ExecOutcome outcome = sandbox.exec(request);
            kept = outcome instanceof ExecOutcome.Exited exited && exited.exitCode() == 0;
            if (!kept) {
                LOG.info(
                        "No sandbox is kept for this environment: {}",
                        outcome.stderr().text().strip());
            }
            return kept ? Optional.of(new Kept(sandbox, now)) : Optional.empty();
        } finally {
            if (!kept) {
                sandbox.close();
            }
        }
    }

    /** Runs a command with the keeper's shims on its path, told by {@code MW_KEPT}. */
    ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
        uses++;
        boolean ended = false;
        try {
            Map<String, String> environment = new HashMap<>(request.environment());
            environment.put("MW_KEPT", "1");
            ExecOutcome outcome =
                    sandbox.exec(new ExecRequest(request.command(), environment, request.files(), request.timeout()));
            ended = outcome instanceof ExecOutcome.Exited;
            return outcome;
        } finally {
            sound &= ended;
        }
    }

    /** Everything as it was before the first lease; false where that cannot be said, and the sandbox must go. */
    boolean reset() {
        if (!sound) {
            return false;
        }
        try {
            ExecOutcome outcome = sandbox.exec(new ExecRequest(
                    List.of("python3", "-I", "-S", "/mw/shim.py", "reset"), Map.of(), List.of(), RESETTING));
            return outcome instanceof ExecOutcome.Exited exited && exited.exitCode() == 0;
        } catch (SandboxUnavailable gone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int uses() {
        return uses;
    }

    Instant started() {
        return started;
    }

    Instant restingSince() {
        return restingSince;
    }

    void rest(Instant since) {
        restingSince = since;
    }

    void close() {
        sandbox.close();
    }

    private static String resource(String name) {
        try (InputStream in = Kept.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing from it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
