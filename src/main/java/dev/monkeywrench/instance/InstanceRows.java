package dev.monkeywrench.instance;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads rows of the three forms: SWE-bench v5, legacy SWE-bench, and our plain form. They are told apart by their
 * fields; fields we have no use for are kept, never refused.
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
        RowFields fields = new RowFields(row, policy);
        Optional<GradedInstance> instance = read(row, fields);
        List<FieldProblem> problems = fields.problems();
        return instance.isPresent() && problems.isEmpty()
                ? new Reading.Read(instance.get(), row.toString())
                : new Reading.Rejected(problems);
    }

    private static Optional<GradedInstance> read(JsonNode row, RowFields fields) {
        if (row.hasNonNull("eval_script")) {
            return ScriptedRow.read(fields);
        }
        if (row.hasNonNull("test_command")) {
            return PlainForm.read(fields);
        }
        return LegacyRow.read(fields);
    }
}
