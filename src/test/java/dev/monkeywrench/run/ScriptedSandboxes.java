package dev.monkeywrench.run;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Output;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUsage;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;

/** Sandboxes in which nothing runs: each command uses 3 ms of a processor and says nothing. */
public final class ScriptedSandboxes implements Sandboxes {

    private static final SandboxUsage USAGE = new SandboxUsage(Duration.ofMillis(5), Duration.ofMillis(3));

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    @Override
    public Template prepare(TemplateSpec spec) {
        return () -> "scripted";
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) {
        return new Sandbox() {
            @Override
            public ExecOutcome exec(ExecRequest request) {
                return new ExecOutcome.Exited(0, Output.empty(), Output.empty(), USAGE);
            }

            @Override
            public void close() {}
        };
    }
}
