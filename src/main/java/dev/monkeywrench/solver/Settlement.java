package dev.monkeywrench.solver;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.search.Told;
import dev.monkeywrench.selection.Contender;
import dev.monkeywrench.selection.Selector;
import dev.monkeywrench.verification.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of a run in order of their index: tells repeats apart, counts votes, tells listener and strategy. */
final class Settlement {

    private final SolveListener listener;
    private final Selector selector;
    private final Map<PatchDigest, Integer> firstIndex = new HashMap<>();
    private final Map<PatchDigest, Integer> votes = new HashMap<>();
    private final List<Patch> passing = new ArrayList<>();
    private int samples;
    private int lastIndex = -1;

    Settlement(SolveListener listener, Selector selector) {
        this.listener = listener;
        this.selector = selector;
    }

    /** Settles the next sample; a drafted one has its verdict by now. */
    Told settle(DrawOutcome outcome, Map<PatchDigest, Verdict> verdicts) {
        return switch (outcome) {
            case DrawOutcome.Exhausted over ->
                new Told.ArmExhausted(over.draw().sampleIndex(), over.draw().arm());
            case DrawOutcome.Drawn drawn -> settle(drawn.sample(), verdicts);
            case DrawOutcome.Unavailable fault ->
                throw new IllegalArgumentException("A draw that failed has no sample to settle");
        };
    }

    private Told settle(Sample sample, Map<PatchDigest, Verdict> verdicts) {
        samples++;
        lastIndex = sample.draw().sampleIndex();
        return switch (sample) {
            case Sample.Drafted drafted ->
                settle(drafted, verdictOf(drafted.candidate().digest(), verdicts));
            case Sample.Duplicate duplicate ->
                throw new IllegalArgumentException("Whether a sample repeats another is decided here");
            case Sample.Malformed malformed -> unusable(malformed);
            case Sample.Empty empty -> unusable(empty);
        };
    }

    private static Verdict verdictOf(PatchDigest digest, Map<PatchDigest, Verdict> verdicts) {
        return Optional.ofNullable(verdicts.get(digest)).orElseThrow();
    }

    private Told unusable(Sample sample) {
        listener.sampled(sample);
        return new Told.Unusable(sample.draw().sampleIndex(), sample.draw().arm());
    }

    private Told settle(Sample.Drafted drafted, Verdict verdict) {
        PatchDigest digest = drafted.candidate().digest();
        int index = drafted.draw().sampleIndex();
        int first = firstIndex.computeIfAbsent(digest, fresh -> index);
        boolean passed = verdict instanceof Verdict.Passed;
        votes.merge(digest, 1, Integer::sum);
        if (first != index) {
            listener.sampled(new Sample.Duplicate(drafted.draw(), digest, first, drafted.origin()));
            return new Told.Judged(index, drafted.draw().arm(), passed, false);
        }
        if (passed) {
            passing.add(drafted.candidate().patch());
        }
        listener.sampled(drafted);
        listener.judged(drafted, verdict);
        return new Told.Judged(index, drafted.draw().arm(), passed, true);
    }

    Solution close(StopReason reason) {
        List<Contender> contenders = passing.stream().map(this::contender).toList();
        return new Solution.Searched(reason, samples, lastIndex, selector.rank(contenders));
    }

    private Contender contender(Patch patch) {
        return new Contender(patch, votes.getOrDefault(patch.digest(), 0), firstIndex.getOrDefault(patch.digest(), 0));
    }
}
