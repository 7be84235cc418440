package dev.monkeywrench.verification;

import com.google.re2j.Pattern;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run cannot answer by itself: whether a failure of everything is the candidate's or the environment's, and whether
 * what it did to its runner, or skipped, is so without it, too.
 */
record OpenQuestions(TestProcedure procedure, ExpectedTests expected) {

    /** What pytest's own plugin for old kinds of paths changes in every run. */
    private static final RunnerWatch OF_PYTEST_ALONE = new RunnerWatch(
            true,
            Set.of(
                    "_pytest.cacheprovider.Cache.makedir",
                    "_pytest.config.Config._getini_unknown_type",
                    "_pytest.config.Config.inifile",
                    "_pytest.config.Config.invocation_dir",
                    "_pytest.config.Config.rootdir",
                    "_pytest.fixtures.FixtureRequest.fspath",
                    "_pytest.main.Session.startdir",
                    "_pytest.nodes.Node.fspath",
                    "_pytest.terminal.TerminalReporter.startdir",
                    "plugin builtins.type"));

    private static final Pattern PYTEST = Pattern.compile("\\b(pytest|py\\.test)\\b");

    /**
     * @param run empty where the tests did not come to their end
     * @param verdict by the lists alone
     */
    boolean areOpen(RunOutcome outcome, Optional<TestRun> run, Verdict verdict) {
        return switch (outcome) {
            case RunOutcome.Ran ran -> areOpen(run.orElseThrow(), verdict);
            case RunOutcome.NotApplied refused -> false;
            case RunOutcome.TestsNotApplied refused -> true;
            case RunOutcome.TimedOut late -> false;
            case RunOutcome.OutOfMemory greedy -> true;
            case RunOutcome.Cut cut -> true;
        };
    }

    private boolean areOpen(TestRun run, Verdict verdict) {
        boolean runner = run.distrust().isPresent()
                || OF_PYTEST_ALONE.whyTampered(run).isPresent()
                || (isWatched() && OF_PYTEST_ALONE.whyUnseen(run).isPresent());
        return switch (verdict) {
            case Verdict.Passed passed -> runner || excuses(run);
            case Verdict.Failed failed -> runner || saysNothing(run.report());
            case Verdict.NotApplied refused -> false;
            case Verdict.TimedOut late -> false;
            case Verdict.Tampered tampered -> false;
            case Verdict.Inconclusive unknown -> true;
        };
    }

    /** Whether our plugin should have been in the runner. */
    private boolean isWatched() {
        return Driver.witnessFor(procedure).isPresent()
                && PYTEST.matcher(Driver.text(procedure)).find();
    }

    /** Nothing speaks for an environment in which no test passes; some logs name failures alone. */
    private boolean saysNothing(TestReport report) {
        return switch (RunReader.evalType(procedure)) {
            case PASS_AND_FAIL -> report.statuses().values().stream().noneMatch(Grader::passes);
            case FAIL_ONLY -> report.statuses().isEmpty();
        };
    }

    private boolean excuses(TestRun run) {
        return all().stream()
                .map(test -> Grader.statusOf(test, run.report().statuses()))
                .anyMatch(status -> status.filter(found -> !Grader.passes(found) || found == TestStatus.XFAIL)
                        .isPresent());
    }

    private List<TestId> all() {
        return CandidateJudge.expectedIds(expected);
    }
}
