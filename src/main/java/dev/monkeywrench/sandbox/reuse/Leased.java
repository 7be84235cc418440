package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;

/** A kept sandbox for the time of one lease; closing it gives it back. */
final class Leased implements Sandbox {

    private final Kept kept;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    Leased(Kept kept, Runnable giveBack) {
        this.kept = kept;
        this.giveBack = giveBack;
    }

    @Override
    public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
        if (closed.get()) {
            throw new SandboxUnavailable("The lease of this sandbox is over; take another", false);
        }
        return kept.exec(request);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
