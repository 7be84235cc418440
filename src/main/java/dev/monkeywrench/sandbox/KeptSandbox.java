package dev.monkeywrench.sandbox;

/**
 * A sandbox that serves one template's candidates one after another. Inside, a keeper holds an interpreter that has
 * imported what the tests need, and puts everything back after each candidate. Closing ends the lease, not the sandbox.
 */
public interface KeptSandbox extends Sandbox {

    /**
     * Runs a program of ours in the keeper and puts everything back, in one exchange.
     *
     * @return what the program wrote. An ending other than <em>exited</em> with 0 says that the keeper did not come to
     *     its end: whose fault that is cannot be told from here
     */
    ExecOutcome run(KeptProgram program) throws SandboxUnavailable, InterruptedException;
}
