package dev.monkeywrench.sandbox;

/** A disposable place where untrusted code runs. Used by one thread at a time. */
public interface Sandbox extends AutoCloseable {

    /**
     * Runs one command in {@code /testbed}. Files and processes it leaves are there for the next one, except after a
     * time-out or a kill for memory: then the sandbox is dead and every further call fails. Interrupting the thread
     * kills everything inside.
     */
    ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException;

    /** Ends every process inside and removes every trace outside. Idempotent; never throws for what is gone already. */
    @Override
    void close();
}
