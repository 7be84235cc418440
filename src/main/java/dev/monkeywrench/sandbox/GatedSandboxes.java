package dev.monkeywrench.sandbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * At most so many sandboxes are open at a time; who asks for one more waits, in the order of asking, until one is
 * closed. Interruption ends the wait.
 */
public final class GatedSandboxes implements Sandboxes {

    private final Sandboxes sandboxes;
    private final Semaphore permits;

    public GatedSandboxes(Sandboxes sandboxes, int parallel) {
        if (parallel < 1) {
            throw new IllegalArgumentException("At least one sandbox is open at a time");
        }
        this.sandboxes = sandboxes;
        this.permits = new Semaphore(parallel, true);
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
        permits.acquire();
        boolean opened = false;
        try {
            Sandbox sandbox = sandboxes.open(template, limits, owner);
            opened = true;
            return new Gated(sandbox);
        } finally {
            if (!opened) {
                permits.release();
            }
        }
    }

    @Override
    public Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        permits.acquire();
        boolean opened = false;
        try {
            Lease lease = sandboxes.lease(template, limits, owner).map(GatedLease::new);
            opened = lease instanceof Lease.Granted;
            return lease;
        } finally {
            if (!opened) {
                permits.release();
            }
        }
    }

    private class Gated implements Sandbox {

        private final Sandbox sandbox;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Gated(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
            return sandbox.exec(request);
        }

        @Override
        public void close() {
            try {
                sandbox.close();
            } finally {
                if (held.compareAndSet(true, false)) {
                    permits.release();
                }
            }
        }
    }

    private final class GatedLease extends Gated implements KeptSandbox {

        private final KeptSandbox sandbox;

        GatedLease(KeptSandbox sandbox) {
            super(sandbox);
            this.sandbox = sandbox;
        }

        @Override
        public ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
            return sandbox.run(program);
        }
    }
}
