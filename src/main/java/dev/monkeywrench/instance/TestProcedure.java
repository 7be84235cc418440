package dev.monkeywrench.instance;

/** How the tests of an instance are run, inside the sandbox, in the repository's folder. */
public sealed interface TestProcedure {

    /**
     * A whole SWE-bench {@code eval_script}: it restores and patches the tests, prints the start and end markers, and
     * runs them.
     */
    record EvalScript(String script, String logParser, EvalType evalType) implements TestProcedure {}

    /** A shell command and the form of its report; the test patch, where there is one, is applied before. */
    record TestCommand(String command, ReportFormat report) implements TestProcedure {}
}
