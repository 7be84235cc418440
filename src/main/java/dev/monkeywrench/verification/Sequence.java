package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * In which order the tests of an instance's candidates run. It learns from each of them which regression tests fail most,
 * and gives the order up where it turns out to make a difference. Thread-safe.
 */
final class Sequence {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final int AUDITED = 3;
    /** More names than these would cost more to tell than they save. */
    private static final int MOST_NAMED = 2_000;

    private final Baseline baseline;
    private final Duration limit;
    private final Map<TestId, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicInteger audits = new AtomicInteger(AUDITED);
    private final AtomicBoolean natural = new AtomicBoolean();

    /**
     * @param limit of a candidate's whole run
     */
    Sequence(Baseline baseline, StatusDemand demand, Duration limit) {
        this.baseline = baseline;
        this.limit = limit;
        boolean harmless = baseline.ordered().filter(OrderedRun::isHarmless).isPresent();
        natural.set(demand == StatusDemand.FULL || !harmless);
    }

    /** The order of the next candidate's first run; empty for the natural one. */
    Optional<TestOrder> next() {
        if (natural.get()) {
            return Optional.empty();
        }
        List<TestId> holding = baseline.expected().passToPass();
        List<TestId> then = holding.stream()
                .filter(test -> failures(test) > 0)
                .sorted(Comparator.comparingInt(this::failures).reversed())
                .limit(MOST_NAMED)
                .toList();
        List<TestId> rest = holding.stream()
                .filter(test -> failures(test) == 0)
                .limit(MOST_NAMED)
                .toList();
        return Optional.of(new TestOrder(baseline.expected().failToPass(), then, rest, true, firstLimit()));
    }

    /** What fails at once may take its time once it is repaired: never less than the whole unpatched tree took. */
    private Duration firstLimit() {
        Duration share = baseline.ordered().map(run -> run.share(limit)).orElse(limit);
        return Stream.of(share, SHORTEST, baseline.elapsed())
                .max(Comparator.naturalOrder())
                .orElse(limit);
    }

    private int failures(TestId test) {
        AtomicInteger times = failures.get(test);
        return times == null ? 0 : times.get();
    }

    /** Whether a failure in this order is to be looked at in the natural one: the first few of an instance are. */
    boolean audits() {
        return audits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** What a candidate came to in the natural order that had failed in this one. */
    void audited(Verification settled) {
        if (settled.verdict() instanceof Verdict.Passed) {
            natural.set(true);
        }
    }

    /** Gives it back, with its regressions remembered. */
    Verification learned(Verification settled) {
        if (settled.verdict() instanceof Verdict.Failed failed) {
            failed.broken()
                    .forEach(test -> failures.computeIfAbsent(test, any -> new AtomicInteger())
                            .incrementAndGet());
        }
        return settled;
    }
}
