package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.Planner;
import dev.monkeywrench.instance.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes plans: which model and how many samples cover most for a budget. Thread-safe where {@code evaluations} is. */
public final class Plans {

    private static final Set<String> FIELDS =
            Set.of("models", "budget", "instances", "untilResolved", "requests", "atCoverage");
    private static final int MOST_INSTANCES = 1_000_000;
    private static final int MOST_PROBLEMS = 100;

    private final Function<String, Measurement> evaluations;

    /**
     * @param evaluations tells what an evaluation says of its model, by its id or place
     */
    public Plans(Function<String, Measurement> evaluations) {
        this.evaluations = evaluations;
    }

    /** Reads a request, as {@code POST /api/v1/plans} takes it, and makes its plan. */
    public PlanAnswer answer(JsonNode body) {
        if (!body.isObject()) {
            return new PlanAnswer.Refused(List.of(new FieldProblem(
                    "body", "is not a JSON object", "Send {\"models\": […], \"budget\": …}, as in docs/api.md")));
        }
        List<FieldProblem> problems = new ArrayList<>();
        RequestFields fields = RequestFields.of(body, "", FIELDS, problems);
        List<PlannedModel> models = new PlanModels(evaluations, problems).read(body.path("models"));
        int instances = instances(fields, models, problems.isEmpty());
        OptionalDouble budget =
                fields.number("budget", dollars -> dollars > 0 && dollars <= 1e15, "above 0 and at most 1e15");
        boolean untilResolved = fields.flag("untilResolved");
        Optional<PlanOffers> offers = offers(fields);
        if (!problems.isEmpty()) {
            return new PlanAnswer.Refused(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        }
        Planner planner = new Planner(
                models.stream().map(PlannedModel::model).toList(),
                instances,
                untilResolved ? Planner.Spending.UNTIL_RESOLVED : Planner.Spending.EVERY_SAMPLE);
        return new PlanAnswer.Made(new PlanMaker(planner, models, budget).plan(offers));
    }

    /** Those that were said, else as many as the model of the largest suite was measured on. */
    private static int instances(RequestFields fields, List<PlannedModel> models, boolean sound) {
        int measured = models.stream().mapToInt(PlannedModel::size).max().orElse(0);
        if (fields.node("instances").isEmpty() && measured == 0) {
            if (sound) {
                fields.refuse("instances", "is missing, and no model tells it", "State how many instances to plan for");
            }
            return 1;
        }
        return fields.integer("instances", 1, MOST_INSTANCES, Math.max(1, measured));
    }

    private static Optional<PlanOffers> offers(RequestFields fields) {
        OptionalDouble requests = fields.number("requests", number -> number >= 1 && number <= 1e15, "from 1 to 1e15");
        OptionalDouble coverage = fields.number("atCoverage", share -> share > 0 && share < 1, "above 0 and below 1");
        if (fields.node("requests").isPresent() != fields.node("atCoverage").isPresent()) {
            fields.refuse(
                    fields.node("requests").isPresent() ? "atCoverage" : "requests",
                    "is missing",
                    "Expected requests and the coverage at which models are compared belong together");
        }
        return requests.isPresent() && coverage.isPresent()
                ? Optional.of(new PlanOffers(coverage.getAsDouble(), requests.getAsDouble()))
                : Optional.empty();
    }
}
