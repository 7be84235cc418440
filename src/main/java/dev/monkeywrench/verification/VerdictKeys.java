package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of one instance in one environment.
 *
 * @param common what its baseline and all its verdicts depend on
 */
record VerdictKeys(SortedMap<String, String> common, HiddenTests tests, VerificationPolicy policy) {

    /**
     * Of the grading law, the cross-checks, the protected paths, the parsers and the measure of the time limit. To be
     * raised with every change of this module that may change a verdict; the programs that run in the sandbox count by
     * themselves.
     */
    private static final int RULES = 3;

    static VerdictKeys of(
            SandboxKind kind, String environment, Workspace workspace, HiddenTests tests, VerificationPolicy policy) {
        SortedMap<String, String> common = new TreeMap<>();
        common.put("sandbox", kind.name());
        common.put("environment", environment);
        common.put("baseCommit", workspace.baseCommit().value());
        common.put("procedure", VerdictKey.digest(texts(tests.procedure())));
        common.put(
                "testPatch",
                tests.testPatch().map(diff -> VerdictKey.digest(List.of(diff))).orElse("none"));
        common.put("limits", policy.limits().toString());
        common.put("statuses", policy.statuses().name());
        common.put("rules", RULES + "-" + VerdictKey.digest(Driver.programs()).substring(0, 12));
        return new VerdictKeys(common, tests, policy);
    }

    VerdictKey baseline() {
        SortedMap<String, String> parts = new TreeMap<>(common);
        parts.put("subject", "baseline");
        parts.put("expectedTests", tests.expected().map(VerdictKeys::digest).orElse("to be established"));
        parts.put("timeLimit", policy.baselineTimeout().toString());
        parts.put(
                "repeats",
                policy.repeats().baselineRuns() + " within " + policy.repeats().longest());
        return new VerdictKey(parts);
    }

    /** Lists that were established, and tests that are skipped only with the patch, come from the baseline. */
    VerdictKey candidate(Patch patch, Baseline baseline) {
        SortedMap<String, String> parts = new TreeMap<>(common);
        parts.put("subject", "candidate");
        parts.put("patch", patch.digest().value());
        parts.put("expectedTests", digest(baseline.expected()));
        parts.put("baseline", digest(baseline.steady()));
        parts.put("flakyTests", VerdictKey.digest(sorted(baseline.flakyTests())));
        parts.put("timeLimit", policy.candidateTimeout().toString());
        parts.put("repeats", policy.repeats().toString());
        return new VerdictKey(parts);
    }

    private static String digest(ExpectedTests expected) {
        List<String> texts = new ArrayList<>(sorted(expected.failToPass()));
        texts.add(Integer.toString(texts.size()));
        texts.addAll(sorted(expected.passToPass()));
        return VerdictKey.digest(texts);
    }

    private static List<String> sorted(Collection<TestId> tests) {
        return tests.stream().map(TestId::value).sorted().toList();
    }

    private static String digest(Map<TestId, TestStatus> statuses) {
        List<String> texts = new ArrayList<>();
        statuses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(TestId::value)))
                .forEach(test -> {
                    texts.add(test.getKey().value());
                    texts.add(test.getValue().name());
                });
        return VerdictKey.digest(texts);
    }

    private static List<String> texts(TestProcedure procedure) {
        return switch (procedure) {
            case TestProcedure.EvalScript script ->
                List.of(
                        "script",
                        script.script(),
                        script.logParser(),
                        script.evalType().name());
            case TestProcedure.TestCommand command -> texts(command);
        };
    }

    private static List<String> texts(TestProcedure.TestCommand command) {
        List<String> texts = new ArrayList<>(List.of("command", command.command()));
        switch (command.report()) {
            case ReportFormat.JunitXml junit -> {
                texts.add("junit");
                texts.addAll(junit.globs());
            }
            case ReportFormat.Log log -> texts.addAll(List.of("log", log.parser()));
        }
        return texts;
    }
}
