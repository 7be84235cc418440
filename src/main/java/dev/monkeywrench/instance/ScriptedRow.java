package dev.monkeywrench.instance;

import java.util.List;
import java.util.Optional;

/** A SWE-bench v5 row: it carries its own {@code eval_script}. */
final class ScriptedRow {

    /** By these a script can bring tests that the base commit does not hold. */
    private static final List<String> BRINGERS = List.of("<<", "git apply", "patch -", "base64", "diff --git");

    private ScriptedRow() {}

    static Optional<GradedInstance> read(RowFields fields) {
        Optional<InstanceId> id = RowParts.id(fields);
        Optional<ProblemStatement> statement = RowParts.problemStatement(fields);
        Optional<RowPlace> place = RowPlace.ofBenchmarkRow(fields);
        Optional<TestProcedure.EvalScript> script = script(fields);
        Optional<ExpectedTests> expected = RowParts.requiredTests(fields);
        Optional<String> testPatch = fields.patch("test_patch");
        Optional<CommitId> base = baseCommit(fields, script);
        Optional<GoldPatch> gold = RowParts.goldPatch(fields);
        if (!fields.problems().isEmpty()) {
            return Optional.empty();
        }
        Instance instance = new Instance(
                id.orElseThrow(),
                place.orElseThrow().repository(),
                base.orElseThrow(),
                statement.orElseThrow(),
                place.orElseThrow().environment(),
                visibleTests(script.orElseThrow(), testPatch));
        return Optional.of(
                new GradedInstance(instance, new HiddenTests(script.orElseThrow(), Optional.empty(), expected), gold));
    }

    private static Optional<TestProcedure.EvalScript> script(RowFields fields) {
        Optional<String> script = fields.shellText("eval_script", "Send the bash script that runs the tests");
        Optional<String> parser = fields.requiredText(
                        "log_parser", 200, "Name the parser of the script's output, as in 'parse_log_pytest'")
                .flatMap(name -> RowParts.parserName(fields, "log_parser", name));
        Optional<EvalType> type = evalType(fields);
        if (script.isEmpty() || parser.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TestProcedure.EvalScript(script.get(), parser.get(), type.get()));
    }

    static Optional<EvalType> evalType(RowFields fields) {
        int before = fields.problems().size();
        String name = fields.text("eval_type", 100).orElse("pass_and_fail");
        if (fields.problems().size() > before) {
            return Optional.empty();
        }
        return switch (name) {
            case "pass_and_fail", "" -> Optional.of(EvalType.PASS_AND_FAIL);
            case "fail_only" -> Optional.of(EvalType.FAIL_ONLY);
            default -> {
                fields.refuse("eval_type", "is not an eval type", "Send 'pass_and_fail' or 'fail_only'");
                yield Optional.empty();
            }
        };
    }

    /** The row's own, or else the commit from which its script restores the test files. */
    private static Optional<CommitId> baseCommit(RowFields fields, Optional<TestProcedure.EvalScript> script) {
        Optional<CommitId> restored = script.flatMap(value -> restoredCommit(value.script()));
        return fields.node("base_commit").isEmpty() && restored.isPresent() ? restored : RowParts.baseCommit(fields);
    }

    private static Optional<CommitId> restoredCommit(String script) {
        String command = "git checkout ";
        for (int at = script.indexOf(command); at >= 0; at = script.indexOf(command, at + 1)) {
            int from = at + command.length();
            int to = Math.min(from + 40, script.length());
            String word = script.substring(from, to);
            boolean whole = to == script.length() || Character.isWhitespace(script.charAt(to));
            if (whole && word.length() == 40 && word.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                return Optional.of(new CommitId(word));
            }
        }
        return Optional.empty();
    }

    /** Where the script needs no test patch its tests are at the base commit, for all to see. */
    private static VisibleTests visibleTests(TestProcedure.EvalScript script, Optional<String> testPatch) {
        boolean bringsTests = testPatch.isPresent() || BRINGERS.stream().anyMatch(script.script()::contains);
        return bringsTests ? VisibleTests.none() : new VisibleTests(Optional.of(script));
    }
}
