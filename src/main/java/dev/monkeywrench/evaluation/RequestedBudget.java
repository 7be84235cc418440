package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.PlanCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what an evaluation may spend, in the form in which a plan states its own.
 *
 * @param plans checks plans as runs do
 */
record RequestedBudget(Function<JsonNode, PlanCheck> plans) {

    private static final String BUDGET = "budget";
    private static final String PARALLEL = "parallel";

    /** Of a request; unlimited where it is absent, or told as a problem. */
    Budget read(RequestFields fields, List<FieldProblem> problems) {
        return fields.node(BUDGET).map(budget -> read(budget, problems)).orElseGet(Budget::unlimited);
    }

    private Budget read(JsonNode budget, List<FieldProblem> problems) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.set(BUDGET, budget);
        return switch (plans.apply(plan)) {
            case PlanCheck.Sound sound -> sound.budget();
            case PlanCheck.Refused refused -> {
                refused.problems().stream()
                        .map(problem -> new FieldProblem(
                                problem.field().replaceFirst("^plan\\.", ""), problem.problem(), problem.remedy()))
                        .forEach(problems::add);
                yield Budget.unlimited();
            }
        };
    }

    /** What a plan allows one run. */
    Budget ofOneRun(JsonNode plan) {
        return switch (plans.apply(plan)) {
            case PlanCheck.Sound sound -> sound.budget();
            case PlanCheck.Refused refused -> Budget.unlimited(); // the run will be refused, and say why
        };
    }

    /** Other limits, as a merge patch (RFC 7396) has them: what is absent stays, what is null is lifted. */
    Optional<OtherLimits> readChange(JsonNode body, List<FieldProblem> problems) {
        if (!body.isObject() || body.isEmpty()) {
            problems.add(new FieldProblem(
                    "body",
                    "names nothing to change",
                    "Send {\"parallel\": 4} or {\"budget\": {\"dollars\": 20}}, for example"));
            return Optional.empty();
        }
        RequestFields fields = RequestFields.of(body, "", Set.of(BUDGET, PARALLEL), problems);
        if (body.path(PARALLEL).isNull()) {
            fields.refuse(PARALLEL, "is null", "Send a whole number from 1 to " + Evaluation.MOST_PARALLEL);
        }
        int parallel = fields.integer(PARALLEL, 1, Evaluation.MOST_PARALLEL, 0);
        OtherBudget budget = change(body.path(BUDGET), read(fields, problems));
        return problems.isEmpty()
                ? Optional.of(new OtherLimits(parallel == 0 ? OptionalInt.empty() : OptionalInt.of(parallel), budget))
                : Optional.empty();
    }

    private static OtherBudget change(JsonNode sent, Budget limits) {
        return new OtherBudget(sent.isNull() || sent.has("tokens"), sent.isNull() || sent.has("dollars"), limits);
    }
}
