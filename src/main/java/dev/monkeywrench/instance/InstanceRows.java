package dev.monkeywrench.instance;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads rows of the four forms: SWE-bench v5, legacy SWE-bench, Multi-SWE-bench, and our plain form. They are told apart
 * by their fields; fields we have no use for are kept, never refused.
 */
public final class InstanceRows {

    private InstanceRows() {}

    /** Reads one row and says everything that is wrong with it. */
    public static Reading read(JsonNode row, RowPolicy policy) {
        if (!row.isObject()) {
            return new Reading.Rejected(List.of(new FieldProblem(
                    "instance",
                    "is not a JSON object",
                    "Send a SWE-bench row or a plain form, as in docs/instances.md")));
        }
        if (MultiSweRow.is(row)) {
            return MultiSweRow.read(row, policy);
        }
        RowFields fields = new RowFields(row, policy);
        Optional<GradedInstance> instance = read(fields, patch -> LegacyRow.command(fields, patch));
        List<FieldProblem> problems = fields.problems();
        return instance.isPresent() && problems.isEmpty()
                ? new Reading.Read(instance.get(), row.toString())
                : new Reading.Rejected(problems);
    }

    /**
     * Reads the fields of a row.
     *
     * @param commands gives the test command where the row states neither a script nor a command, or refuses
     */
    static Optional<GradedInstance> read(RowFields fields, Function<TestPatch, Optional<LegacyCommand>> commands) {
        if (fields.node("eval_script").isPresent()) {
            return ScriptedRow.read(fields);
        }
        if (fields.node("test_command").isPresent()) {
            return PlainForm.read(fields);
        }
        return LegacyRow.read(fields, commands);
    }
}
