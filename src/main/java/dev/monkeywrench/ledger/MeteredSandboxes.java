package dev.monkeywrench.ledger;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
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
import java.util.Optional;

/** Books the time of every sandbox when it closes, under its owner's label. */
public final class MeteredSandboxes implements Sandboxes {

    private final Sandboxes sandboxes;
    private final Meter meter;
    private final InstantSource clock;

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
        return new Metered(sandboxes.open(template, limits, owner), owner, clock.instant());
    }

    @Override
    public Optional<Sandbox> lease(Template template, Limits limits, Owner owner)
            throws SandboxUnavailable, InterruptedException {
        Instant asked = clock.instant();
        return sandboxes.lease(template, limits, owner).map(sandbox -> new Metered(sandbox, owner, asked));
    }

    private final class Metered implements Sandbox {

        private final Sandbox sandbox;
        private final Owner owner;
        private final Instant opened;
        private Duration cpu = Duration.ZERO;
        private boolean closed;

        Metered(Sandbox sandbox, Owner owner, Instant opened) {
            this.sandbox = sandbox;
            this.owner = owner;
            this.opened = opened;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
            ExecOutcome outcome = sandbox.exec(request);
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
            meter.book(owner.label(), new Charge.SandboxUse(kind(), wall, cpu));
        }
    }
}
