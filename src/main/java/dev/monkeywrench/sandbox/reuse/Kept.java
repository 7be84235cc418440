package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One sandbox with its keeper. Used by one thread at a time. */
final class Kept {

    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration RESETTING = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final Instant started;
    private final Signature signature;
    private Instant restingSince;
    private boolean sound = true;
    private boolean asBefore = true;
    private int uses;
    private int asked;

    private Kept(Sandbox sandbox, Instant started, Signature signature) {
        this.sandbox = sandbox;
        this.started = started;
        this.signature = signature;
        this.restingSince = started;
    }

    /** How a start ended. */
    sealed interface Start {

        record Running(Kept kept) implements Start {}

        /** No keeper can run there, and the sandbox is closed. */
        record Impossible(String why) implements Start {}
    }

    /** Takes the sandbox over. */
    static Start start(Sandbox sandbox, Instant now) throws SandboxUnavailable, InterruptedException {
        boolean kept = false;
        try {
            Signature signature = Signature.draw();
            ExecRequest request = new ExecRequest(
                    List.of("bash", "/mw/warm.sh"), Map.of("MW_SECRET", signature.secret()), KeeperFiles.ALL, STARTING);
            ExecOutcome outcome = sandbox.exec(request.listening());
            kept = outcome instanceof ExecOutcome.Exited exited && exited.exitCode() == 0;
            return kept
                    ? new Start.Running(new Kept(sandbox, now, signature))
                    : new Start.Impossible(outcome.stderr().text().strip());
        } finally {
            if (!kept) {
                sandbox.close();
            }
        }
    }

    /** Runs a command with the keeper's shims on its path, told by {@code MW_KEPT}. */
    ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
        uses++;
        asBefore = false;
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

    /** Has the keeper run a program, and everything put back. */
    ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
        uses++;
        asked++;
        asBefore = false;
        ExecOutcome outcome =
                sandbox.tell(signature.signed(asked, program), program.limit().plus(RESETTING));
        asBefore = outcome instanceof ExecOutcome.Exited exited
                && exited.exitCode() == 0
                && signature.isAnswer(asked, exited.stdout().text());
        sound &= asBefore;
        return outcome;
    }

    /** Everything as it was before the first lease; false where that cannot be said, and the sandbox must go. */
    boolean reset() {
        if (!sound || asBefore) {
            return sound;
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
}
