package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.Lease;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine whose sandboxes can be leased: after a lease the keeper inside ends what is left running and puts every
 * file back, and the sandbox waits for the next lease of the same template. Fresh sandboxes are the engine's own.
 */
final class ReusedSandboxes implements SandboxEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ReusedSandboxes.class);

    /**
     * What rests no longer is still in use, in turn with others: to close it for another would only have it opened again. Nobody
     * may come back for what rests longer.
     */
    private static final Duration IN_TURN = Duration.ofSeconds(5);

    private final SandboxEngine engine;
    private final ReuseTerms terms;
    private final InstantSource clock;
    private final Map<Use, Deque<Kept>> idle = new HashMap<>();
    private final Map<Use, String> cannotBeKept = new HashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kept-sandboxes").factory());
    private final Future<?> sweeping;
    private boolean closed;

    /** What a kept sandbox serves: only leases of the same environment, tree and limits. */
    private record Use(String environment, Limits limits) {}

    ReusedSandboxes(SandboxEngine engine, ReuseTerms terms, InstantSource clock) {
        this.engine = engine;
        this.terms = terms;
        this.clock = clock;
        long period = terms.idle().toMillis();
        sweeping = sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public SandboxKind kind() {
        return engine.kind();
    }

    @Override
    public Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException {
        return engine.prepare(spec);
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        return engine.open(template, limits, owner);
    }

    @Override
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        Use use = new Use(template.environmentDigest(), limits);
        Optional<Kept> ready = take(use);
        if (ready.isPresent()) {
            return granted(use, ready.get());
        }
        Optional<String> refusal = whyNot(use);
        if (refusal.isPresent()) {
            return new Lease.Refused(refusal.get());
        }
        return switch (Kept.start(engine.open(template, limits, owner), clock.instant())) {
            case Kept.Start.Running running -> granted(use, running.kept());
            case Kept.Start.Impossible impossible -> {
                LOG.info("No sandbox is kept for this environment: {}", impossible.why());
                remember(use, impossible.why());
                yield new Lease.Refused(impossible.why());
            }
        };
    }

    private Lease granted(Use use, Kept kept) {
        return new Lease.Granted(new Leased(kept, () -> giveBack(use, kept)));
    }

    /** The longest idle ones last: what was used a moment ago is still in the caches. */
    private synchronized Optional<Kept> take(Use use) {
        Deque<Kept> waiting = idle.getOrDefault(use, new ArrayDeque<>());
        return Optional.ofNullable(waiting.pollFirst());
    }

    private synchronized Optional<String> whyNot(Use use) {
        return closed ? Optional.of("the service stops") : Optional.ofNullable(cannotBeKept.get(use));
    }

    private synchronized void remember(Use use, String why) {
        cannotBeKept.put(use, why);
    }

    private void giveBack(Use use, Kept kept) {
        boolean worn = kept.uses() >= terms.uses()
                || kept.started().plus(use.limits().lifetime().dividedBy(2)).isBefore(clock.instant());
        if (worn || !kept.reset()) {
            kept.close();
        } else {
            keep(use, kept).ifPresent(Kept::close);
        }
    }

    /** Gives the one that has no place: the longest idle one, or this one where all others are used in turn with it. */
    private synchronized Optional<Kept> keep(Use use, Kept kept) {
        int waiting = idle.values().stream().mapToInt(Deque::size).sum();
        Instant now = clock.instant();
        Optional<Kept> gone = waiting < terms.most() ? Optional.empty() : longestIdle(now.minus(IN_TURN));
        if (closed || (waiting >= terms.most() && gone.isEmpty())) {
            return Optional.of(kept);
        }
        kept.rest(now);
        idle.computeIfAbsent(use, any -> new ArrayDeque<>()).addFirst(kept);
        return gone;
    }

    /** Takes it out, if it rests since before a time. */
    private Optional<Kept> longestIdle(Instant limit) {
        Optional<Deque<Kept>> place = idle.values().stream()
                .filter(waiting -> !waiting.isEmpty())
                .min(Comparator.comparing(waiting -> waiting.getLast().restingSince()));
        return place.filter(waiting -> waiting.getLast().restingSince().isBefore(limit))
                .map(Deque::removeLast);
    }

    private void sweep() {
        over(clock.instant().minus(terms.idle())).forEach(Kept::close);
    }

    private synchronized List<Kept> over(Instant since) {
        List<Kept> found = new ArrayList<>();
        for (Deque<Kept> waiting : idle.values()) {
            waiting.removeIf(kept -> kept.restingSince().isBefore(since) && found.add(kept));
        }
        idle.values().removeIf(Deque::isEmpty);
        return found;
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        sweeper.shutdownNow();
        stop().forEach(Kept::close);
        engine.close();
    }

    private synchronized List<Kept> stop() {
        closed = true;
        return over(Instant.MAX);
    }
}
