package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.LocalServer;
import dev.monkeywrench.instance.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the server of a request for a plan: GPUs that are paid by the hour. */
final class PlanServer {

    private static final Set<String> FIELDS =
            Set.of("gpus", "peakFlops", "utilisation", "parameters", "dollarsPerHour");
    private static final double MOST = 1e20;

    private PlanServer() {}

    /** Empty where something is wrong, which is told. */
    static Optional<LocalServer> read(RequestFields model, String path, List<FieldProblem> problems) {
        JsonNode json = model.node("server").orElseThrow();
        if (!json.isObject()) {
            model.refuse("server", "is not an object", "Send {\"gpus\": 8, \"peakFlops\": 362e12, …}");
            return Optional.empty();
        }
        List<FieldProblem> own = new ArrayList<>();
        RequestFields fields = RequestFields.of(json, path, FIELDS, own);
        for (String field : FIELDS.stream().sorted().toList()) {
            if (fields.node(field).isEmpty()) {
                fields.refuse(
                        field,
                        "is missing",
                        "State all of " + FIELDS.stream().sorted().toList());
            }
        }
        int gpus = fields.integer("gpus", 1, 1_000_000, 1);
        OptionalDouble peak = amount(fields, "peakFlops");
        OptionalDouble parameters = amount(fields, "parameters");
        OptionalDouble hour = amount(fields, "dollarsPerHour");
        OptionalDouble share = fields.number("utilisation", value -> value > 0 && value <= 1, "above 0 and at most 1");
        problems.addAll(own);
        return own.isEmpty()
                ? Optional.of(new LocalServer(
                        gpus, peak.orElseThrow(), share.orElseThrow(), parameters.orElseThrow(), hour.orElseThrow()))
                : Optional.empty();
    }

    private static OptionalDouble amount(RequestFields fields, String field) {
        return fields.number(field, value -> value > 0 && value <= MOST, "above 0 and at most 1e20");
    }
}
