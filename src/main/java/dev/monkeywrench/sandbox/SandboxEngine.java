package dev.monkeywrench.sandbox;

/** An engine with its own life: closing it ends and removes whatever it still holds open. */
public interface SandboxEngine extends Sandboxes, AutoCloseable {

    /** Ends every open sandbox and waits, for a bounded time, until the last trace is gone. */
    @Override
    void close();
}
