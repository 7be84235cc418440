package dev.monkeywrench.run;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.solver.SolveListener;
import dev.monkeywrench.verification.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Turns what a solver tells into counts and events. Thread-safe.
 *
 * <p>Thousands of samples a second must not become as many rows: an event says how far the run is, so of those that
 * follow each other quickly only the last is kept, and every pass. A resumed run tells its story again from the first
 * sample; nothing is written until it says more than the run's row does.
 */
final class Progress implements SolveListener {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final RunStore store;
    private final Lease lease;
    private final InstantSource clock;
    private final Tally tally;
    private final Counts told;
    private final boolean preparedTold;
    private Optional<Event> waiting = Optional.empty();
    private Instant lastWritten = Instant.EPOCH;

    /**
     * @param preparedTold whether an earlier life told of the baseline
     */
    Progress(RunStore store, Lease lease, boolean preparedTold, InstantSource clock) {
        this.store = store;
        this.lease = lease;
        this.preparedTold = preparedTold;
        this.clock = clock;
        this.told = lease.run().counts();
        this.tally = new Tally(told.retries());
    }

    synchronized Counts counts() {
        return tally.counts();
    }

    @Override
    public synchronized void prepared(Journal.Prepared prepared) {
        if (preparedTold) {
            return;
        }
        ExpectedTests expected = prepared.baseline().expected();
        write(new Event(
                EventType.PREPARED,
                EventData.prepared(
                        tally.counts(),
                        expected.failToPass().size(),
                        expected.passToPass().size())));
    }

    /** Few and worth knowing at once: the pauses between them grow. */
    @Override
    public synchronized void retrying(String step, int tries, String reason) {
        tally.addRetry();
        flush();
        Counts counts = known();
        store.tell(lease, EventType.RETRYING, counts, EventData.retrying(counts, step, tries, reason));
    }

    /** Until a resumed run's story has caught up, what its earlier lives told. */
    private Counts known() {
        Counts counts = tally.counts();
        return isNews(counts) ? counts : told.withRetries(counts.retries());
    }

    private boolean isNews(Counts counts) {
        return counts.samples() + counts.judged() > told.samples() + told.judged();
    }

    @Override
    public synchronized void sampled(Sample sample) {
        tally.add(Tally.kind(sample));
        tell(EventType.SAMPLED, EventData.sampled(tally.counts(), sample.draw().sampleIndex()), false);
    }

    @Override
    public synchronized void judged(Sample.Drafted sample, Verdict verdict) {
        VerdictKind kind = VerdictKind.of(verdict);
        tally.add(kind);
        String data = EventData.judged(
                tally.counts(),
                sample.draw().sampleIndex(),
                sample.candidate().digest().value(),
                kind);
        tell(EventType.JUDGED, data, kind == VerdictKind.PASSED);
    }

    private void tell(EventType type, String data, boolean atOnce) {
        if (!isNews(tally.counts())) {
            return;
        }
        waiting = Optional.of(new Event(type, data));
        if (atOnce || !clock.instant().isBefore(lastWritten.plus(PAUSE))) {
            flush();
        }
    }

    /** Writes what waits. */
    synchronized void flush() {
        waiting.ifPresent(this::write);
    }

    private void write(Event event) {
        store.tell(lease, event.type(), tally.counts(), event.data());
        waiting = Optional.empty();
        lastWritten = clock.instant();
    }

    private record Event(EventType type, String data) {}
}
