package dev.monkeywrench.rehearsal;

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

/** Runs nothing, at once, and says that each command took a millisecond of a core: that can be counted afterwards. */
final class RehearsedSandboxes implements Sandboxes {

    static final Duration CPU_OF_ONE = Duration.ofMillis(1);

    private static final ExecOutcome NOTHING =
            new ExecOutcome.Exited(0, Output.empty(), Output.empty(), new SandboxUsage(CPU_OF_ONE, CPU_OF_ONE));

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    @Override
    public Template prepare(TemplateSpec spec) {
        return () -> "rehearsal";
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) {
        return new Idle();
    }

    private static final class Idle implements Sandbox {

        @Override
        public ExecOutcome exec(ExecRequest request) {
            return NOTHING;
        }

        @Override
        public void close() {}
    }
}
