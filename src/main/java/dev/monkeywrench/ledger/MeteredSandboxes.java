package dev.monkeywrench.ledger;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import dev.monkeywrench.sandbox.Lease;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Books the time of every sandbox when it closes, under its owner's label, and how long was waited until it was open: for a
 * place at the gate and for the sandbox to start.
 */
public final class MeteredSandboxes implements Sandboxes {

    private final Sandboxes sandboxes;
    private final Meter meter;
    private final InstantSource clock;

    /** Waited by a label for a kept sandbox that was refused: the fresh one that follows is charged with it. */
    private final Map<String, Duration> inVain = new ConcurrentHashMap<>();

    public MeteredSandboxes(Sandboxes sandboxes, Meter meter, InstantSource clock) {
        this.sandboxes = sandboxes;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public SandboxKind kind() {
        return sandboxes.kind();
    }

    @Override
    public Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException {
        return sandboxes.prepare(spec);
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        Instant asked = clock.instant();
        Sandbox sandbox = sandboxes.open(template, limits, owner);
        return new Metered(sandbox, owner, clock.instant(), waitedSince(asked, owner));
    }

    @Override
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        Instant asked = clock.instant();
        Lease lease = sandboxes.lease(template, limits, owner);
        return switch (lease) {
            case Lease.Granted granted ->
                new Lease.Granted(
                        new MeteredLease(granted.sandbox(), owner, clock.instant(), waitedSince(asked, owner)));
            case Lease.Refused refused -> {
                inVain.merge(owner.label(), Duration.between(asked, clock.instant()), Duration::plus);
                yield refused;
            }
        };
    }

    private Duration waitedSince(Instant asked, Owner owner) {
        Duration before = Optional.ofNullable(inVain.remove(owner.label())).orElse(Duration.ZERO);
        return before.plus(Duration.between(asked, clock.instant()));
    }

    private class Metered implements Sandbox {

        private final Sandbox sandbox;
        private final Owner owner;
        private final Instant opened;
        private final Duration waited;
        private Duration cpu = Duration.ZERO;
        private boolean closed;

        Metered(Sandbox sandbox, Owner owner, Instant opened, Duration waited) {
            this.sandbox = sandbox;
            this.owner = owner;
            this.opened = opened;
            this.waited = waited;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
            return counted(sandbox.exec(request));
        }

        @Override
        public ExecOutcome tell(String message, Duration timeout) throws SandboxUnavailable, InterruptedException {
            return counted(sandbox.tell(message, timeout));
        }

        ExecOutcome counted(ExecOutcome outcome) {
            cpu = cpu.plus(outcome.usage().cpu());
            return outcome;
        }

        @Override
        public void close() {
            sandbox.close();
            if (closed) {
                return;
            }
            closed = true;
            Duration wall = Duration.between(opened, clock.instant());
            meter.book(owner.label(), new Charge.SandboxUse(kind(), wall, cpu, Optional.of(waited)));
        }
    }

    private final class MeteredLease extends Metered implements KeptSandbox {

        private final KeptSandbox sandbox;

        MeteredLease(KeptSandbox sandbox, Owner owner, Instant granted, Duration waited) {
            super(sandbox, owner, granted, waited);
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
            return counted(sandbox.run(program));
        }
    }
}
