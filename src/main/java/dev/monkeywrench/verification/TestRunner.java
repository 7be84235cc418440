package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Runs tests, each time in a sandbox of its own and by one command. Thread-safe.
 *
 * @param run written on every sandbox
 * @param random of the secrets of each run
 */
record TestRunner(Sandboxes sandboxes, Template template, Limits limits, String run, RandomGenerator random) {

    RunOutcome run(RunRequest request, String label) throws SandboxUnavailable, InterruptedException {
        try (Sandbox sandbox = sandboxes.open(template, limits, new Owner(run, label))) {
            return run(request, sandbox);
        }
    }

    /** The same in a kept sandbox; empty where none is kept for this environment. */
    Optional<RunOutcome> runKept(RunRequest request, String label) throws SandboxUnavailable, InterruptedException {
        Optional<Sandbox> leased = sandboxes.lease(template, limits, new Owner(run, label));
        if (leased.isEmpty()) {
            return Optional.empty();
        }
        try (Sandbox sandbox = leased.get()) {
            return Optional.of(run(request, sandbox));
        }
    }

    private RunOutcome run(RunRequest request, Sandbox sandbox) throws SandboxUnavailable, InterruptedException {
        RunKeys keys = RunKeys.draw(random);
        ExecOutcome outcome = sandbox.exec(Driver.command(request, keys));
        Duration elapsed = outcome.usage().wall();
        return switch (outcome) {
            case ExecOutcome.TimedOut timedOut -> new RunOutcome.TimedOut(logOf(timedOut, keys), elapsed);
            case ExecOutcome.KilledForMemory killed -> new RunOutcome.OutOfMemory(logOf(killed, keys), elapsed);
            case ExecOutcome.Exited exited -> read(exited, keys, elapsed);
        };
    }

    private static RunOutcome read(ExecOutcome.Exited exited, RunKeys keys, Duration elapsed) {
        Frames frames = Frames.read(exited.stdout().text(), keys.frame());
        if (frames.has("refused")) {
            return new RunOutcome.NotApplied(frames.first("refused").orElse(""), elapsed);
        }
        if (frames.has("tests-refused")) {
            return new RunOutcome.TestsNotApplied(frames.first("tests-refused").orElse(""), elapsed);
        }
        if (exited.stdout().truncated() || frames.has("excess")) {
            String reason = "The report files are larger than what is kept of a run's output ("
                    + exited.stdout().kept() + " bytes)";
            return new RunOutcome.Cut(reason, logOf(exited, keys), elapsed);
        }
        if (!frames.has("end")) {
            String reason = "The run ended with status " + exited.exitCode() + " before its result was written down";
            return new RunOutcome.Cut(reason, logOf(exited, keys), elapsed);
        }
        RawRun raw = new RawRun(
                exited.stderr().text(),
                exited.stderr().truncated(),
                OptionalInt.of(Integer.parseInt(frames.first("exit").orElse("1"))),
                frames.all("document"),
                Witness.read(frames.first("witness").orElse(""), keys.witness()),
                frames.first("coverage").orElse(""),
                keys);
        return new RunOutcome.Ran(raw, elapsed);
    }

    private static String logOf(ExecOutcome outcome, RunKeys keys) {
        return new MarkedScript(keys.frame()).withoutKey(outcome.stderr().text());
    }
}
