package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import dev.monkeywrench.sandbox.Lease;
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
 * @param base the commit that the template's tree is
 * @param run written on every sandbox
 * @param random of the secrets of each run
 */
record TestRunner(
        Sandboxes sandboxes, Template template, CommitId base, Limits limits, String run, RandomGenerator random) {

    RunOutcome run(RunRequest request, String label) throws SandboxUnavailable, InterruptedException {
        try (Sandbox sandbox = sandboxes.open(template, limits, new Owner(run, label))) {
            return run(request, sandbox);
        }
    }

    /** The same in a kept sandbox. */
    KeptRun runKept(RunRequest request, String label) throws SandboxUnavailable, InterruptedException {
        return switch (sandboxes.lease(template, limits, new Owner(run, label))) {
            case Lease.Refused refused -> new KeptRun.Refused(refused.why());
            case Lease.Granted granted -> {
                try (KeptSandbox sandbox = granted.sandbox()) {
                    yield runKept(request, sandbox);
                }
            }
        };
    }

    /** By our program in the keeper where the case is usual, and else by the driver. */
    private KeptRun runKept(RunRequest request, KeptSandbox sandbox) throws SandboxUnavailable, InterruptedException {
        RunKeys keys = RunKeys.draw(random);
        Optional<KeptProgram> program = KeptDriver.program(request, keys, base);
        if (program.isEmpty()) {
            return new KeptRun.Ended(run(request, sandbox));
        }
        ExecOutcome outcome = sandbox.run(program.get());
        if (!(outcome instanceof ExecOutcome.Exited exited) || exited.exitCode() != 0) {
            return new KeptRun.Refused("the keeper of the sandbox did not come to its end");
        }
        Frames frames = Frames.read(exited.stdout().text(), keys.frame());
        if (frames.has("unusual")) {
            return new KeptRun.Ended(run(request, sandbox));
        }
        Duration elapsed = exited.usage().wall();
        return new KeptRun.Ended(
                frames.has("late")
                        ? new RunOutcome.TimedOut(logOf(exited, keys), elapsed)
                        : asByProcedure(request, read(exited, frames, keys, request, elapsed)));
    }

    /** The keeper runs the test command of an eval script alone: the log is put between the markers here. */
    private static RunOutcome asByProcedure(RunRequest request, RunOutcome outcome) {
        return request.procedure() instanceof TestProcedure.EvalScript && outcome instanceof RunOutcome.Ran ran
                ? new RunOutcome.Ran(new MarkedScript(ran.run().keys().frame()).around(ran.run()), ran.elapsed())
                : outcome;
    }

    private RunOutcome run(RunRequest request, Sandbox sandbox) throws SandboxUnavailable, InterruptedException {
        RunKeys keys = RunKeys.draw(random);
        ExecOutcome outcome = sandbox.exec(Driver.command(request, keys));
        Duration elapsed = outcome.usage().wall();
        return switch (outcome) {
            case ExecOutcome.TimedOut timedOut -> new RunOutcome.TimedOut(logOf(timedOut, keys), elapsed);
            case ExecOutcome.KilledForMemory killed -> new RunOutcome.OutOfMemory(logOf(killed, keys), elapsed);
            case ExecOutcome.Exited exited ->
                read(exited, Frames.read(exited.stdout().text(), keys.frame()), keys, request, elapsed);
        };
    }

    private static RunOutcome read(
            ExecOutcome.Exited exited, Frames frames, RunKeys keys, RunRequest request, Duration elapsed) {
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
                keys,
                request.order());
        return new RunOutcome.Ran(raw, elapsed);
    }

    private static String logOf(ExecOutcome outcome, RunKeys keys) {
        return new MarkedScript(keys.frame()).withoutKey(outcome.stderr().text());
    }
}
