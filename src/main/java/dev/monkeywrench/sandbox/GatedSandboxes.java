package dev.monkeywrench.sandbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * At most so many sandboxes are open at a time; who asks for one more waits until one is closed, and runs that wait take
 * turns. Interruption ends the wait.
 */
public final class GatedSandboxes implements Sandboxes {

    private final Sandboxes sandboxes;
    private final FairGate gate;

    public GatedSandboxes(Sandboxes sandboxes, int parallel) {
        this.sandboxes = sandboxes;
        this.gate = new FairGate(parallel);
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
        gate.enter(owner.run());
        boolean opened = false;
        try {
            Sandbox sandbox = sandboxes.open(template, limits, owner);
            opened = true;
            return new Gated(sandbox, owner.run());
        } finally {
            if (!opened) {
                gate.leave(owner.run());
            }
        }
    }

    @Override
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        gate.enter(owner.run());
        boolean opened = false;
        try {
            Lease lease = sandboxes.lease(template, limits, owner).map(leased -> new GatedLease(leased, owner.run()));
            opened = lease instanceof Lease.Granted;
            return lease;
        } finally {
            if (!opened) {
                gate.leave(owner.run());
            }
        }
    }

    private class Gated implements Sandbox {

        private final Sandbox sandbox;
        private final String run;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Gated(Sandbox sandbox, String run) {
            this.sandbox = sandbox;
            this.run = run;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
            return sandbox.exec(request);
        }

        @Override
        public ExecOutcome tell(String message, Duration timeout) throws SandboxUnavailable, InterruptedException {
            return sandbox.tell(message, timeout);
        }

        @Override
        public void close() {
            try {
                sandbox.close();
            } finally {
                if (held.compareAndSet(true, false)) {
                    gate.leave(run);
                }
            }
        }
    }

    private final class GatedLease extends Gated implements KeptSandbox {

        private final KeptSandbox sandbox;

        GatedLease(KeptSandbox sandbox, String run) {
            super(sandbox, run);
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
            return sandbox.run(program);
        }
    }
}
