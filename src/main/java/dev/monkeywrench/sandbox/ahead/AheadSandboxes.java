package dev.monkeywrench.sandbox.ahead;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that opens the next sandboxes of a template while its present ones are at work and leave the machine room for
 * it, and that removes a closed one while its caller goes on. What it opens ahead belongs to the run {@value #RUN} and,
 * like all, to this process: a killed service leaves nothing that is not swept. Thread-safe.
 */
final class AheadSandboxes implements SandboxEngine {

    static final String RUN = "ahead";

    private static final Logger LOG = LoggerFactory.getLogger(AheadSandboxes.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final SandboxEngine engine;
    private final Spare spare;
    private final InstantSource clock;
    private final Shelves shelves;
    private final ExecutorService openings = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService removals = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<?> sweeping;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandboxes-ahead").factory());

    AheadSandboxes(SandboxEngine engine, AheadTerms terms, Spare spare, InstantSource clock) {
        this.engine = engine;
        this.spare = spare;
        this.clock = clock;
        this.shelves = new Shelves(terms);
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
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        return engine.lease(template, limits, owner);
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        Shelves.Use use = new Shelves.Use(template.environmentDigest(), limits);
        Optional<Sandbox> ready = shelves.take(use, clock.instant());
        Sandbox sandbox = ready.isPresent() ? ready.get() : open(use, template, owner);
        if (spare.hasRoomFor(limits)) {
            while (shelves.reserve(use)) {
                openAhead(use, template);
            }
        }
        return new Removed(sandbox);
    }

    private Sandbox open(Shelves.Use use, Template template, Owner owner)
            throws SandboxUnavailable, InterruptedException {
        Instant asked = clock.instant();
        Sandbox sandbox = engine.open(template, use.limits(), owner);
        shelves.opened(use, Duration.between(asked, clock.instant()));
        return sandbox;
    }

    /** A fault here is nobody's: whoever asks next meets it himself. */
    private void openAhead(Shelves.Use use, Template template) {
        try {
            openings.execute(() -> {
                Optional<Sandbox> opened = Optional.empty();
                try {
                    opened = Optional.of(open(use, template, new Owner(RUN, "next")));
                } catch (SandboxUnavailable fault) {
                    LOG.debug("No sandbox was opened ahead: {}", fault.getMessage());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    shelves.put(use, opened, clock.instant()).ifPresent(Sandbox::close);
                }
            });
        } catch (RejectedExecutionException closing) {
            shelves.put(use, Optional.empty(), clock.instant()).ifPresent(Sandbox::close);
        }
    }

    int waiting() {
        return shelves.waiting();
    }

    /** Closes what nobody came for. */
    void sweep() {
        shelves.idle(clock.instant()).forEach(Sandbox::close);
    }

    @Override
    public void close() {
        List<Sandbox> waiting = shelves.close();
        sweeping.cancel(false);
        sweeper.shutdownNow();
        openings.shutdownNow();
        waiting.forEach(Sandbox::close);
        removals.shutdown();
        try {
            if (!removals.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Sandboxes were still being removed after {}; what is left is swept later", FAREWELL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }

    /** A sandbox whose removal nobody waits for. */
    private final class Removed implements Sandbox {

        private final Sandbox sandbox;
        private final AtomicBoolean closed = new AtomicBoolean();

        Removed(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
            return open().exec(request);
        }

        @Override
        public ExecOutcome tell(String message, Duration timeout) throws SandboxUnavailable, InterruptedException {
            return open().tell(message, timeout);
        }

        private Sandbox open() throws SandboxUnavailable {
            if (closed.get()) {
                throw new SandboxUnavailable("The sandbox is dead: it was closed; open another", false);
            }
            return sandbox;
        }

        @Override
        public void close() {
            if (!closed.compareAndSet(false, true)) {
                return;
            }
            try {
                removals.execute(sandbox::close);
            } catch (RejectedExecutionException closing) {
                sandbox.close();
            }
        }
    }
}
