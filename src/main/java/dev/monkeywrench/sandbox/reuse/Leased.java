package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;

/** A kept sandbox for the time of one lease; closing it gives it back. */
final class Leased implements KeptSandbox {

    private final Kept kept;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    Leased(Kept kept, Runnable giveBack) {
        this.kept = kept;
        this.giveBack = giveBack;
    }

    @Override
    public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
        check();
        return kept.exec(request);
    }

    @Override
    public ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException {
        check();
        return kept.run(program);
    }

    private void check() throws SandboxUnavailable {
        if (closed.get()) {
            throw new SandboxUnavailable("The lease of this sandbox is over; take another", false);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
