package dev.monkeywrench.sandbox;

/** An engine that opens sandboxes: no network, limits on everything, nothing shared between two. Thread-safe. */
public interface Sandboxes {

    SandboxKind kind();

    /** Makes an environment ready, or finds it ready. Concurrent calls for the same spec prepare once. */
    Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException;

    /** Opens a fresh sandbox: {@code /testbed} is as in the template and writable, and so is {@code /tmp}. */
    Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException;

    /**
     * A sandbox that may have served the same template before and was set back since, at a fraction of the price.
     * Whoever ran in it before was hostile: what comes out well here is asked again in a fresh one.
     */
    default Lease lease(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        return new Lease.Refused("");
    }
}
