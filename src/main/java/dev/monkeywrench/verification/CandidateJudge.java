package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges candidates: the cheapest check first, then one sandbox and one command. */
record CandidateJudge(
        TestRunner runner,
        RunReader reader,
        ProtectedPaths protectedPaths,
        Optional<String> testPatch,
        Baseline baseline,
        VerificationPolicy policy,
        Suspects suspects,
        Sequence sequence)
        implements InstanceVerifier {

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(5);
    private static final int TIMES_THE_BASELINE = 10;

    @Override
    public Verification verify(Patch patch, String label) throws InterruptedException {
        if (patch.isEmpty()) {
            return withoutRun(new Verdict.NotApplied("The patch is empty"), List.of());
        }
        ProtectedPaths.Screened screened = protectedPaths.screen(patch);
        if (screened.patch().isEmpty()) {
            String reason = "Nothing is left of the patch once its edits to tests and their configuration are undone";
            return withoutRun(new Verdict.NotApplied(reason), screened.evidence());
        }
        List<String> evidence = new ArrayList<>(screened.evidence());
        RunRequest request = new RunRequest(
                Optional.of(screened.patch()), testPatch, reader.procedure(), false, Optional.empty(), limit());
        try {
            Optional<TestOrder> order = sequence.next();
            Optional<Verification> first = order.isPresent()
                    ? Optional.of(runInOrder(request.in(order.get()), label, evidence))
                    : runKept(request, label, evidence);
            boolean audited = order.isPresent() && !endsWithPass(first) && sequence.audits();
            if (!audited && first.filter(CandidateJudge::endsThere).isPresent()) {
                return first.orElseThrow();
            }
            Repetition repetition = new Repetition(baseline, suspects, policy.repeats());
            if (!audited && order.isPresent() && repetition.maySettleBySecond(first.orElseThrow())) {
                Verification second = runFresh(request.in(order.get()), label, evidence);
                Optional<Verification> failed = repetition.failedTwice(first.orElseThrow(), second);
                if (failed.isPresent()) {
                    return sequence.learned(failed.get());
                }
            }
            Verification settled = repetition.settle(
                    patch.digest(), audited ? Optional.empty() : first, () -> runFresh(request, label, evidence));
            if (audited) {
                sequence.audited(settled);
            }
            return sequence.learned(settled);
        } catch (SandboxUnavailable e) {
            return unavailable(e);
        }
    }

    private static boolean endsWithPass(Optional<Verification> run) {
        return run.filter(found -> found.verdict() instanceof Verdict.Passed).isPresent();
    }

    private Verification runInOrder(RunRequest request, String label, List<String> evidence)
            throws SandboxUnavailable, InterruptedException {
        Optional<Verification> kept = runKept(request, label, evidence);
        return kept.isPresent() ? kept.get() : runFresh(request, label, evidence);
    }

    /** Empty where only a fresh sandbox can tell; why is added to the evidence. */
    private Optional<Verification> runKept(RunRequest request, String label, List<String> evidence)
            throws SandboxUnavailable, InterruptedException {
        return switch (runner.runKept(request, label)) {
            case KeptRun.Ended kept -> Optional.of(judge(kept.outcome(), evidence));
            case KeptRun.Refused refused -> {
                if (!refused.why().isBlank()) {
                    evidence.add("judged in a fresh sandbox: " + refused.why());
                }
                yield Optional.empty();
            }
        };
    }

    private Verification runFresh(RunRequest request, String label, List<String> evidence) throws InterruptedException {
        try {
            return judge(runner.run(request, label), evidence);
        } catch (SandboxUnavailable e) {
            return unavailable(e);
        }
    }

    /**
     * Whether a verdict of no test from a kept sandbox stands. Every other unusual end is asked again in a fresh one:
     * whoever ran there before could at most make a later candidate fail.
     */
    private static boolean endsThere(Verification verification) {
        return switch (verification.verdict()) {
            case Verdict.Failed failed -> false;
            case Verdict.NotApplied refused -> true;
            case Verdict.TimedOut late -> true;
            case Verdict.Passed passed -> false;
            case Verdict.Tampered tampered -> false;
            case Verdict.Inconclusive unknown -> false;
        };
    }

    /** A candidate that needs ten times as long as the unpatched tree is taken for one that does not end. */
    Duration limit() {
        return limit(baseline, policy);
    }

    static Duration limit(Baseline baseline, VerificationPolicy policy) {
        Duration byBaseline = baseline.elapsed().multipliedBy(TIMES_THE_BASELINE);
        Duration patient = byBaseline.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : byBaseline;
        return patient.compareTo(policy.candidateTimeout()) < 0 ? patient : policy.candidateTimeout();
    }

    private Verification judge(RunOutcome outcome, List<String> evidence) {
        return switch (outcome) {
            case RunOutcome.Ran ran -> judge(ran, evidence);
            case RunOutcome.NotApplied refused ->
                unread(new Verdict.NotApplied("The patch does not apply: " + refused.said()), refused, evidence);
            case RunOutcome.TestsNotApplied refused ->
                unread(
                        new Verdict.NotApplied("The tests do not apply on top of the patch: " + refused.said()),
                        refused,
                        evidence);
            case RunOutcome.TimedOut late ->
                unread(
                        new Verdict.TimedOut("The tests did not end within " + limit().toMillis() + " ms; without a"
                                + " patch they take " + baseline.elapsed().toMillis() + " ms"),
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

    private Verification judge(RunOutcome.Ran ran, List<String> screened) {
        TestRun run = reader.read(ran.run(), expectedIds(baseline.expected()));
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

    static List<TestId> expectedIds(ExpectedTests expected) {
        List<TestId> ids = new ArrayList<>(expected.failToPass());
        ids.addAll(expected.passToPass());
        return ids;
    }

    private static Verification unread(Verdict verdict, RunOutcome outcome, List<String> evidence) {
        return new Verification(verdict, TestReport.none(), evidence, outcome.log(), outcome.elapsed());
    }

    private static Verification unavailable(SandboxUnavailable fault) {
        return withoutRun(new Verdict.Inconclusive(String.valueOf(fault.getMessage()), fault.retryable()), List.of());
    }

    private static Verification withoutRun(Verdict verdict, List<String> evidence) {
        return new Verification(verdict, TestReport.none(), evidence, "", Duration.ZERO);
    }
}
