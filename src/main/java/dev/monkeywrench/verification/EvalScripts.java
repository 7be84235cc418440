package dev.monkeywrench.verification;

import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.TestProcedure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The procedure of an instance as a SWE-bench {@code eval.sh}, and what such a script would have printed. */
public final class EvalScripts {

    private static final String STATUS = "SWEBENCH_TEST_EXIT_CODE";

    private EvalScripts() {}

    /** The script that ran, or one that does in the repository's folder what was done. */
    public static String of(HiddenTests tests) {
        return switch (tests.procedure()) {
            case TestProcedure.EvalScript script -> MarkedScript.recorded(script.script());
            case TestProcedure.TestCommand command ->
                "#!/bin/bash\nset -uxo pipefail\n"
                        + tests.testPatch().map(EvalScripts::applying).orElse("")
                        + ": '" + MarkedScript.START + "'\n"
                        + command.command() + "\n"
                        + STATUS + "=$?\n"
                        + ": '" + MarkedScript.END + "'\n"
                        + "echo \"" + MarkedScript.EXIT + ": $" + STATUS + "\"\n";
        };
    }

    /** The log of a run, with the marks that the official parsers look for. */
    public static String output(HiddenTests tests, Verification run) {
        return switch (tests.procedure()) {
            case TestProcedure.EvalScript script -> run.log();
            case TestProcedure.TestCommand command -> marked(run);
        };
    }

    /** Without any result the tests may not have come to their end, and no mark says that they did. */
    private static String marked(Verification run) {
        if (run.report().statuses().isEmpty() && !run.report().suiteRan()) {
            return run.log();
        }
        StringBuilder output =
                new StringBuilder(MarkedScript.START).append('\n').append(run.log());
        output.append('\n').append(MarkedScript.END).append('\n');
        run.report()
                .exitCode()
                .ifPresent(status ->
                        output.append(MarkedScript.EXIT + ": ").append(status).append('\n'));
        return output.toString();
    }

    /** The end of the here-document is named after the patch, so that no patch can hold it by chance. */
    private static String applying(String testPatch) {
        CRC32 sum = new CRC32();
        sum.update(testPatch.getBytes(StandardCharsets.UTF_8));
        String end = "END_OF_TEST_PATCH_" + sum.getValue();
        while (testPatch.contains(end)) {
            end += "_";
        }
        return "git apply -v - <<'" + end + "'\n" + testPatch + (testPatch.endsWith("\n") ? "" : "\n") + end + "\n";
    }

    /** The lists of the law for a run of these tests; empty where what it left behind proves nothing. */
    public static Optional<LawfulTests> lawful(HiddenTests tests, Baseline baseline, Verification run) {
        return LawfulTests.of(baseline.expected(), run.report(), RunReader.evalType(tests.procedure()));
    }
}
