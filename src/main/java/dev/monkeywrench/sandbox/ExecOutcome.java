package dev.monkeywrench.sandbox;

/** How a command in a sandbox ended. */
public sealed interface ExecOutcome {

    Output stdout();

    Output stderr();

    /** Of this command alone. */
    SandboxUsage usage();

    /** It ended by itself; 128 + n when signal n ended it. */
    record Exited(int exitCode, Output stdout, Output stderr, SandboxUsage usage) implements ExecOutcome {}

    /** The time limit was reached and the whole process tree was killed. */
    record TimedOut(Output stdout, Output stderr, SandboxUsage usage) implements ExecOutcome {}

    /** The memory limit was reached and the kernel killed it. */
    record KilledForMemory(Output stdout, Output stderr, SandboxUsage usage) implements ExecOutcome {}
}
