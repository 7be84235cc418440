package dev.monkeywrench.run;

import dev.monkeywrench.sampling.Sample;
import java.util.EnumMap;
import java.util.Map;

/** Counts samples and verdicts. Used by one thread at a time. */
final class Tally {

    private final Map<SampleKind, Integer> samples = new EnumMap<>(SampleKind.class);
    private final Map<VerdictKind, Integer> verdicts = new EnumMap<>(VerdictKind.class);

    private int retries;

    /**
     * @param retries of earlier lives
     */
    Tally(int retries) {
        this.retries = retries;
    }

    static SampleKind kind(Sample sample) {
        return switch (sample) {
            case Sample.Drafted drafted -> SampleKind.DRAFTED;
            case Sample.Malformed malformed -> SampleKind.MALFORMED;
            case Sample.Empty empty -> SampleKind.EMPTY;
            case Sample.Duplicate duplicate -> SampleKind.DUPLICATE;
        };
    }

    void add(SampleKind kind) {
        samples.merge(kind, 1, Integer::sum);
    }

    void add(VerdictKind kind) {
        verdicts.merge(kind, 1, Integer::sum);
    }

    void addRetry() {
        retries++;
    }

    Counts counts() {
        int distinct = of(SampleKind.DRAFTED);
        int duplicate = of(SampleKind.DUPLICATE);
        int malformed = of(SampleKind.MALFORMED);
        int empty = of(SampleKind.EMPTY);
        return new Counts(
                distinct + duplicate + malformed + empty,
                distinct + duplicate,
                distinct,
                malformed,
                empty,
                duplicate,
                of(VerdictKind.PASSED),
                of(VerdictKind.FAILED),
                of(VerdictKind.NOT_APPLIED),
                of(VerdictKind.TIMED_OUT),
                of(VerdictKind.TAMPERED),
                of(VerdictKind.INCONCLUSIVE),
                retries);
    }

    private int of(SampleKind kind) {
        return samples.getOrDefault(kind, 0);
    }

    private int of(VerdictKind kind) {
        return verdicts.getOrDefault(kind, 0);
    }
}
