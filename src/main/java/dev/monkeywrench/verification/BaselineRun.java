package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Runs the unpatched tree and finds what it says of the instance.
 *
 * @param label what the ledger calls its runs
 */
record BaselineRun(TestRunner runner, RunReader reader, HiddenTests tests, VerificationPolicy policy, String label) {

    /** What came of it. */
    sealed interface Finding {

        record Sound(Baseline baseline) implements Finding {}

        record Unsound(Preparation.Unsound why) implements Finding {}

        record Unavailable(Preparation.Unavailable why) implements Finding {}
    }

    Finding find() throws SandboxUnavailable, InterruptedException {
        RunOutcome outcome = run(tests.testPatch());
        return switch (outcome) {
            case RunOutcome.Ran ran -> find(ran);
            case RunOutcome.NotApplied refused -> unavailable("The driver applied a patch that was not there", true);
            case RunOutcome.TestsNotApplied refused ->
                unsound(
                        "test_patch",
                        "The test patch does not apply to the base commit: " + refused.said()
                                + ". Make it against base_commit, with 'git diff'",
                        refused.log());
            case RunOutcome.TimedOut late ->
                unsound(
                        "test_command",
                        "The tests of the unpatched tree did not end within "
                                + policy.baselineTimeout().toSeconds()
                                + " s. Run fewer of them, or raise timeouts.baseline",
                        late.log());
            case RunOutcome.OutOfMemory greedy ->
                unavailable(
                        "The tests of the unpatched tree need more than the "
                                + policy.limits().memoryBytes()
                                + " bytes of memory a sandbox has. Raise monkeywrench.sandbox.memory",
                        false);
            case RunOutcome.Cut cut -> unavailable("The tests of the unpatched tree: " + cut.reason(), true);
        };
    }

    private RunOutcome run(Optional<String> testPatch) throws SandboxUnavailable, InterruptedException {
        return runner.run(
                new RunRequest(
                        Optional.empty(),
                        testPatch,
                        reader.procedure(),
                        false,
                        Optional.empty(),
                        policy.baselineTimeout()),
                label);
    }

    private Finding find(RunOutcome.Ran ran) throws SandboxUnavailable, InterruptedException {
        List<TestId> named = tests.expected().map(CandidateJudge::expectedIds).orElse(List.of());
        TestRun run = reader.read(ran.run(), named);
        boolean silent = run.report().statuses().isEmpty() && !run.report().suiteRan();
        Optional<String> broken = silent ? RunSigns.brokenEnvironment(run.log()) : Optional.empty();
        if (broken.isPresent()) {
            return unavailable("The environment is broken: the tests' log says '" + broken.get() + "'", false);
        }
        if (tests.expected().isEmpty() && run.distrust().isPresent()) {
            return foundNothing(run);
        }
        List<TestReport> reports = repeated(run.report(), ran.elapsed(), named);
        if (tests.expected().isPresent()) {
            return ordered(check(tests.expected().get(), run, reports, ran.elapsed(), silent), run);
        }
        return silent ? foundNothing(run) : ordered(establish(run, reports, ran.elapsed()), run);
    }

    private Finding ordered(Finding finding, TestRun natural) throws SandboxUnavailable, InterruptedException {
        return finding instanceof Finding.Sound sound
                ? new Finding.Sound(new OrderTrial(runner, reader, tests, policy, label).of(sound.baseline(), natural))
                : finding;
    }

    /** The first report, and those of further runs of the same tree. A run that ends in another way tells nothing. */
    private List<TestReport> repeated(TestReport first, Duration elapsed, List<TestId> named)
            throws SandboxUnavailable, InterruptedException {
        List<TestReport> reports = new ArrayList<>(List.of(first));
        for (RunOutcome outcome : first.statuses().isEmpty() ? List.<RunOutcome>of() : repeats(elapsed)) {
            if (outcome instanceof RunOutcome.Ran again) {
                TestRun read = reader.read(again.run(), named);
                if (!read.report().statuses().isEmpty() && read.distrust().isEmpty()) {
                    reports.add(read.report());
                }
            }
        }
        return reports;
    }

    /** As many at a time as there are sandboxes: candidates will run side by side, too. */
    private List<RunOutcome> repeats(Duration elapsed) throws SandboxUnavailable, InterruptedException {
        RepeatPolicy repeats = policy.repeats();
        long fitting =
                elapsed.isZero() ? repeats.baselineRuns() : repeats.longest().dividedBy(elapsed);
        List<Callable<RunOutcome>> further = new ArrayList<>();
        for (int run = 1; run < Math.min(repeats.baselineRuns(), fitting); run++) {
            further.add(() -> run(tests.testPatch()));
        }
        return Together.run(further);
    }

    private Finding check(
            ExpectedTests expected, TestRun run, List<TestReport> reports, Duration elapsed, boolean silent)
            throws SandboxUnavailable, InterruptedException {
        if (silent && !expected.passToPass().isEmpty()) {
            return foundNothing(run);
        }
        if (silent && tests.testPatch().isPresent() && !runsWithoutTestPatch()) {
            return foundNothing(run);
        }
        Flakiness flakiness = Flakiness.of(reports);
        List<String> contradictions = new ArrayList<>(Contradictions.of(expected, run.report(), flakiness));
        run.distrust()
                .or(() -> Grader.whyInvalid(run.report()))
                .ifPresent(why -> contradictions.add("The report of the unpatched tree proves nothing: " + why));
        boolean nothingToRepair = expected.failToPass().stream()
                .allMatch(id -> reports.stream().allMatch(report -> Contradictions.passes(id, report)));
        if (nothingToRepair) {
            return unsound(
                    "FAIL_TO_PASS",
                    "Every FAIL_TO_PASS passes without a patch: there is nothing to repair. Check base_commit and the"
                            + " test patch",
                    run.log());
        }
        return sound(expected, contradictions, run, elapsed, flakiness);
    }

    /** Tests that do not compile against the base commit say nothing; the tree itself should. */
    private boolean runsWithoutTestPatch() throws SandboxUnavailable, InterruptedException {
        return run(Optional.empty()) instanceof RunOutcome.Ran ran
                && !reader.read(ran.run(), List.of()).report().statuses().isEmpty();
    }

    private Finding establish(TestRun withTests, List<TestReport> reports, Duration elapsed)
            throws SandboxUnavailable, InterruptedException {
        Map<TestId, TestStatus> before = Map.of();
        if (tests.testPatch().isPresent() && run(Optional.empty()) instanceof RunOutcome.Ran ran) {
            before = reader.read(ran.run(), List.of()).report().statuses();
        }
        EstablishedTests established =
                EstablishedTests.from(before, withTests.report().statuses());
        if (established.failToPass().isEmpty()) {
            String field = tests.testPatch().isPresent() ? "test_patch" : "test_command";
            return unsound(field, established.whyNothingFails(), withTests.log());
        }
        Flakiness flakiness = Flakiness.of(reports);
        EstablishedTests steady = established.without(flakiness);
        return sound(steady.expected(), steady.remarks(), withTests, elapsed, flakiness);
    }

    private static Finding sound(
            ExpectedTests expected, List<String> remarks, TestRun run, Duration elapsed, Flakiness flakiness) {
        return new Finding.Sound(new Baseline(
                expected,
                remarks,
                run.report(),
                Optional.of(RunnerWatch.of(run)),
                elapsed,
                Optional.of(flakiness),
                Optional.empty(),
                Optional.empty()));
    }

    private static Finding foundNothing(TestRun run) {
        String reason = run.distrust().map(why -> ": " + why).orElse("");
        return unsound(
                "test_command",
                "The test command finds no test in the unpatched tree" + reason
                        + ". Run it by hand at base_commit, and check that the report format fits it",
                run.log());
    }

    private static Finding unsound(String field, String message, String log) {
        return new Finding.Unsound(new Preparation.Unsound(field, message, log));
    }

    private static Finding unavailable(String message, boolean retryable) {
        return new Finding.Unavailable(new Preparation.Unavailable(message, retryable));
    }
}
