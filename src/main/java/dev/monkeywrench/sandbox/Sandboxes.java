package dev.monkeywrench.sandbox;

/** An engine that opens sandboxes: no network, limits on everything, nothing shared between two. Thread-safe. */
public interface Sandboxes {

    SandboxKind kind();

    /** Makes an environment ready, or finds it ready. Concurrent calls for the same spec prepare once. */
    Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException;

    /** Opens a fresh sandbox: {@code /testbed} is as in the template and writable, and so is {@code /tmp}. */
    Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException;
}
