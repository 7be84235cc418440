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
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        return sandboxes
                .lease(template, limits, owner)
                .map(sandbox -> new MeteredLease(sandbox, owner, clock.instant()));
    }

    private class Metered implements Sandbox {

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
            return counted(sandbox.exec(request));
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
            meter.book(owner.label(), new Charge.SandboxUse(kind(), wall, cpu));
        }
    }

    private final class MeteredLease extends Metered implements KeptSandbox {

        private final KeptSandbox sandbox;

        MeteredLease(KeptSandbox sandbox, Owner owner, Instant granted) {
            super(sandbox, owner, granted);
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
            return counted(sandbox.run(program));
        }
    }
}
