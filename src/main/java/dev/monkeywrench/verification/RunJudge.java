package dev.monkeywrench.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a run beside what the unpatched tree does.
 *
 * @param reader of its report
 */
record RunJudge(RunReader reader, Baseline baseline, VerificationPolicy policy) implements Judging {

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(5);
    private static final int TIMES_THE_BASELINE = 10;

    @Override
    public Duration limit() {
        return limit(baseline, policy);
    }

    @Override
    public boolean nextIsKept() {
        return true;
    }

    static Duration limit(Baseline baseline, VerificationPolicy policy) {
        return baseline.isMeasured() ? limit(baseline.elapsed(), policy) : policy.candidateTimeout();
    }

    /**
     * A candidate that needs ten times as long as the unpatched tree is taken for one that does not end.
     *
     * @param usual how long these tests take
     */
    static Duration limit(Duration usual, VerificationPolicy policy) {
        Duration longer = usual.multipliedBy(TIMES_THE_BASELINE);
        Duration patient = longer.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : longer;
        return patient.compareTo(policy.candidateTimeout()) < 0 ? patient : policy.candidateTimeout();
    }

    @Override
    public Verification judge(RunOutcome outcome, Duration limit, List<String> evidence, String label) {
        return switch (outcome) {
            case RunOutcome.Ran ran -> judge(ran, read(ran), evidence);
            case RunOutcome.NotApplied refused ->
                unread(new Verdict.NotApplied("The patch does not apply: " + refused.said()), refused, evidence);
            case RunOutcome.TestsNotApplied refused ->
                unread(
                        new Verdict.NotApplied("The tests do not apply on top of the patch: " + refused.said()),
                        refused,
                        evidence);
            case RunOutcome.TimedOut late ->
                unread(
                        new Verdict.TimedOut("The tests did not end within " + limit.toMillis() + " ms" + unpatched()),
                        late,
                        evidence);
            case RunOutcome.OutOfMemory greedy ->
                unread(
                        failed("The tests needed more than the "
                                + policy.limits().memoryBytes() + " bytes of memory they fit into without a patch"),
                        greedy,
                        evidence);
            case RunOutcome.Cut cut -> unread(failed(cut.reason()), cut, evidence);
        };
    }

    private String unpatched() {
        return baseline.isMeasured()
                ? "; without a patch they take " + baseline.elapsed().toMillis() + " ms"
                : "";
    }

    TestRun read(RunOutcome.Ran ran) {
        return reader.read(ran.run(), CandidateJudge.expectedIds(baseline.expected()));
    }

    Verification judge(RunOutcome.Ran ran, TestRun run, List<String> screened) {
        List<String> evidence = new ArrayList<>(screened);
        evidence.addAll(run.evidence());
        if (run.order().late()) {
            String reason = "The FAIL_TO_PASS alone took longer than their part of the limit";
            return new Verification(
                    new Verdict.TimedOut(reason), TestReport.none(), evidence, run.log(), ran.elapsed());
        }
        Verdict verdict = verdict(run, ran.run().cut());
        return new Verification(verdict, PartialReports.of(run, baseline), evidence, run.log(), ran.elapsed());
    }

    private Verdict verdict(TestRun run, boolean cut) {
        if (run.forged()) {
            return new Verdict.Tampered("The record of the test runner was written to by something else");
        }
        Optional<String> tampered = baseline.watch().flatMap(watch -> watch.whyTampered(run));
        if (tampered.isPresent()) {
            return new Verdict.Tampered(tampered.get());
        }
        Optional<String> distrust = run.distrust().or(() -> baseline.watch().flatMap(watch -> watch.whyUnseen(run)));
        if (distrust.isPresent()) {
            return invalid(distrust.get(), run.log());
        }
        return switch (Grader.grade(baseline.expected(), run.report(), reader.evalType())) {
            case Grade.Invalid invalid -> invalid(invalid.reason(), run.log());
            case Grade.Unresolved unresolved ->
                run.order().stopped()
                        ? PartialReports.verdict(unresolved, run)
                        : new Verdict.Failed(
                                unresolved.stillFailing(),
                                unresolved.broken(),
                                FailureReason.of(unresolved, baseline.expected(), run, cut));
            case Grade.Resolved resolved -> new Excuses(baseline).judge(run);
        };
    }

    /** The unpatched tree gave results, so what is wrong now is the candidate's, unless the log blames the machine. */
    private Verdict invalid(String reason, String log) {
        Optional<String> broken = RunSigns.brokenEnvironment(log);
        return broken.isPresent()
                ? new Verdict.Inconclusive(reason + "; the log says '" + broken.get() + "'", true)
                : failed(reason);
    }

    private Verdict.Failed failed(String reason) {
        return new Verdict.Failed(baseline.expected().failToPass(), List.of(), reason);
    }

    private static Verification unread(Verdict verdict, RunOutcome outcome, List<String> evidence) {
        return new Verification(verdict, TestReport.none(), evidence, outcome.log(), outcome.elapsed());
    }
}
