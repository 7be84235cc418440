package dev.monkeywrench.sandbox;

import java.time.Duration;

/** A disposable place where untrusted code runs. Used by one thread at a time. */
public interface Sandbox extends AutoCloseable {

    /**
     * Runs one command in {@code /testbed}. Files and processes it leaves are there for the next one, except after a
     * time-out or a kill for memory: then the sandbox is dead and every further call fails. Interrupting the thread
     * kills everything inside.
     */
    ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException;

    /**
     * Hands a message to the command that was left listening ({@link ExecRequest#listening()}) and waits until it says that
     * it is done. All else is as if a command had been run: its code and what both streams brought in the meantime.
     *
     * @throws SandboxUnavailable when none listens
     */
    default ExecOutcome tell(String message, Duration timeout) throws SandboxUnavailable, InterruptedException {
        throw new SandboxUnavailable("No command listens in the sandbox; start one that does", false);
    }

    /** Ends every process inside and removes every trace outside. Idempotent; never throws for what is gone already. */
    @Override
    void close();
}
