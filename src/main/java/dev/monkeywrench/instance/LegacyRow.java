package dev.monkeywrench.instance;

import java.util.Optional;
import java.util.function.Function;

/** A row of SWE-bench Lite, Verified or Multilingual as published: the script that runs its tests is derived. */
final class LegacyRow {

    private LegacyRow() {}

    /**
     * Reads a row.
     *
     * @param commands gives the command for a test patch, or refuses and gives none
     */
    static Optional<GradedInstance> read(RowFields fields, Function<TestPatch, Optional<LegacyCommand>> commands) {
        Optional<InstanceId> id = RowParts.id(fields);
        Optional<CommitId> base = RowParts.baseCommit(fields);
        Optional<ProblemStatement> statement = RowParts.problemStatement(fields);
        Optional<RowPlace> place = RowPlace.ofBenchmarkRow(fields);
        Optional<ExpectedTests> expected = RowParts.requiredTests(fields);
        Optional<TestPatch> testPatch = testPatch(fields);
        Optional<LegacyCommand> command = testPatch.flatMap(commands);
        Optional<EvalType> type = ScriptedRow.evalType(fields);
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
                VisibleTests.none());
        TestProcedure script = new TestProcedure.EvalScript(
                LegacyScript.of(base.orElseThrow(), testPatch.orElseThrow(), command.orElseThrow()),
                command.orElseThrow().logParser(),
                type.orElseThrow());
        return Optional.of(new GradedInstance(instance, new HiddenTests(script, Optional.empty(), expected), gold));
    }

    private static Optional<TestPatch> testPatch(RowFields fields) {
        int before = fields.problems().size();
        Optional<TestPatch> patch = TestPatch.read(fields);
        if (patch.isEmpty() && fields.problems().size() == before) {
            fields.refuse(
                    "test_patch",
                    "is missing, and so are 'eval_script' and 'test_command': nothing says which tests to run",
                    "Send one of the three; docs/instances.md shows the forms");
        }
        return patch;
    }

    /** The command that the repository is known by, or pytest. */
    static Optional<LegacyCommand> command(RowFields fields, TestPatch patch) {
        String repository = fields.text("repo", 300).orElse("");
        String version = fields.text("version", 100).orElse("");
        Optional<LegacyCommand> known = LegacyCommand.of(repository, version);
        boolean python = patch.present().stream().anyMatch(path -> path.value().endsWith(".py"));
        if (known.isEmpty() && !python) {
            fields.refuse(
                    "repo",
                    "has no known test command, and its test patch holds no Python file to run pytest on",
                    "Send 'eval_script' and 'log_parser' with the row, or use the plain form");
            return Optional.empty();
        }
        return Optional.of(known.orElse(LegacyCommand.PYTEST));
    }
}
