package dev.monkeywrench.sandbox;

/** Where no engine is usable: nothing ever runs unsandboxed, and everything asked for says why. */
record AbsentEngine(SandboxKind kind, String reason) implements SandboxEngine {

    @Override
    public Template prepare(TemplateSpec spec) throws SandboxUnavailable {
        throw new SandboxUnavailable(reason, false);
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable {
        throw new SandboxUnavailable(reason, false);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
