package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Judges runs by an instance's own lists, as the official harness does. The unpatched tree runs, once, when a run leaves
 * {@linkplain OpenQuestions a question} that only that tree answers.
 */
final class ListJudge implements Judging {

    /** A keeper costs about as much as it saves on two candidates. */
    private static final int FRESH_FIRST = 2;

    private final RunJudge byLists;
    private final OpenQuestions questions;
    private final Unpatched unpatched;
    private final VerificationPolicy policy;
    private final AtomicInteger freshFirst = new AtomicInteger(FRESH_FIRST);
    private final AtomicReference<Duration> usual = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<BaselineRun.Finding> found = new AtomicReference<>();
    private final Lock finding = new ReentrantLock();

    /** Has the unpatched tree run. */
    @FunctionalInterface
    interface Unpatched {

        BaselineRun.Finding find(String label) throws SandboxUnavailable, InterruptedException;
    }

    ListJudge(RunReader reader, Baseline assumed, VerificationPolicy policy, Unpatched unpatched) {
        this.byLists = new RunJudge(reader, assumed, policy);
        this.questions = new OpenQuestions(reader.procedure(), assumed.expected());
        this.unpatched = unpatched;
        this.policy = policy;
    }

    @Override
    public Verification judge(RunOutcome outcome, Duration limit, List<String> evidence, String label)
            throws SandboxUnavailable, InterruptedException {
        Optional<TestRun> run =
                outcome instanceof RunOutcome.Ran ran ? Optional.of(byLists.read(ran)) : Optional.empty();
        Verification verification = byLists.judge(outcome, limit, evidence, label);
        run.filter(read -> namesAll(read.report()))
                .ifPresent(read -> usual.accumulateAndGet(outcome.elapsed(), ListJudge::longer));
        if (!questions.areOpen(outcome, run, verification.verdict())) {
            return verification;
        }
        return switch (find(label)) {
            case BaselineRun.Finding.Sound sound ->
                new RunJudge(byLists.reader(), sound.baseline(), policy).judge(outcome, limit, evidence, label);
            case BaselineRun.Finding.Unsound unsound ->
                open(verification, unsound.why().message(), false);
            case BaselineRun.Finding.Unavailable fault ->
                open(verification, fault.why().message(), fault.why().retryable());
        };
    }

    private static Verification open(Verification verification, String why, boolean retryable) {
        return verification.as(new Verdict.Inconclusive("The run alone does not tell. " + why, retryable));
    }

    /** What may be otherwise the next time is not remembered. */
    private BaselineRun.Finding find(String label) throws SandboxUnavailable, InterruptedException {
        finding.lockInterruptibly();
        try {
            BaselineRun.Finding known = found.get();
            if (known != null) {
                return known;
            }
            BaselineRun.Finding now = unpatched.find(label);
            if (!(now instanceof BaselineRun.Finding.Unavailable)) {
                found.set(now);
            }
            return now;
        } finally {
            finding.unlock();
        }
    }

    private boolean namesAll(TestReport report) {
        List<TestId> expected = CandidateJudge.expectedIds(byLists.baseline().expected());
        return expected.stream()
                .allMatch(test -> Grader.statusOf(test, report.statuses()).isPresent());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** By the unpatched tree where it ran, else by the longest run so far in which all expected tests ran. */
    @Override
    public Duration limit() {
        Duration known = usual.get();
        Baseline baseline = baseline();
        return baseline.isMeasured() || known.isZero()
                ? RunJudge.limit(baseline, policy)
                : RunJudge.limit(known, policy);
    }

    @Override
    public Baseline baseline() {
        return found.get() instanceof BaselineRun.Finding.Sound sound ? sound.baseline() : byLists.baseline();
    }

    @Override
    public boolean nextIsKept() {
        return freshFirst.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
    }
}
