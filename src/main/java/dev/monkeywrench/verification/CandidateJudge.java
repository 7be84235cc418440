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
        RepeatPolicy repeats,
        Judging judging,
        Suspects suspects,
        Sequence sequence)
        implements InstanceVerifier {

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
                Optional.of(screened.patch()), testPatch, reader.procedure(), false, Optional.empty(), judging.limit());
        try {
            Optional<TestOrder> order = sequence.next();
            Optional<Verification> first = order.isPresent()
                    ? Optional.of(runInOrder(request.in(order.get()), label, evidence))
                    : runKeptWhereWorthIt(request, label, evidence);
            boolean audited = order.isPresent() && !endsWithPass(first) && sequence.audits();
            if (!audited && first.filter(CandidateJudge::endsThere).isPresent()) {
                return first.orElseThrow();
            }
            Repetition repetition = new Repetition(judging::baseline, suspects, repeats);
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

    private Optional<Verification> runKeptWhereWorthIt(RunRequest request, String label, List<String> evidence)
            throws SandboxUnavailable, InterruptedException {
        return judging.nextIsKept() ? runKept(request, label, evidence) : Optional.empty();
    }

    /** Empty where only a fresh sandbox can tell; why is added to the evidence. */
    private Optional<Verification> runKept(RunRequest request, String label, List<String> evidence)
            throws SandboxUnavailable, InterruptedException {
        return switch (runner.runKept(request, label)) {
            case KeptRun.Ended kept -> Optional.of(judging.judge(kept.outcome(), request.limit(), evidence, label));
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
            return judging.judge(runner.run(request, label), request.limit(), evidence, label);
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

    static List<TestId> expectedIds(ExpectedTests expected) {
        List<TestId> ids = new ArrayList<>(expected.failToPass());
        ids.addAll(expected.passToPass());
        return ids;
    }

    private static Verification unavailable(SandboxUnavailable fault) {
        return withoutRun(new Verdict.Inconclusive(String.valueOf(fault.getMessage()), fault.retryable()), List.of());
    }

    private static Verification withoutRun(Verdict verdict, List<String> evidence) {
        return new Verification(verdict, TestReport.none(), evidence, "", Duration.ZERO);
    }
}
