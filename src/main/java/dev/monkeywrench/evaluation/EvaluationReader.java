package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.PlanCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads requests for evaluations: what all instances share must be right, and of the instances and predictions those
 * that can be used are taken. Thread-safe.
 */
final class EvaluationReader {

    private static final Set<String> FIELDS =
            Set.of("name", "suite", "filter", "plan", "budget", "parallel", "predictions");
    private static final int MOST_NAME_CHARACTERS = 200;
    private static final int MOST_PROBLEMS = 1_000;
    private static final String PATCHES = "patches";
    private static final String PREDICTIONS = "predictions";

    private final RequestedSuite suites;
    private final Function<JsonNode, PlanCheck> plans;
    private final int standardParallel;

    /**
     * @param plans checks plans as runs do
     * @param standardParallel where a request does not say
     */
    EvaluationReader(RequestedSuite suites, Function<JsonNode, PlanCheck> plans, int standardParallel) {
        this.suites = suites;
        this.plans = plans;
        this.standardParallel = standardParallel;
    }

    /** Reads a request; of very many problems the first are told. */
    EvaluationDraft read(JsonNode body) {
        return switch (readWhole(body)) {
            case EvaluationDraft.Refused refused -> new EvaluationDraft.Refused(first(refused.problems()));
            case EvaluationDraft.Read read -> read.with(first(read.problems()));
        };
    }

    private static List<FieldProblem> first(List<FieldProblem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<FieldProblem> told = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        told.add(new FieldProblem(
                "body",
                "has " + (problems.size() - MOST_PROBLEMS) + " problems more",
                "Mend those that are told, and send it again"));
        return told;
    }

    private EvaluationDraft readWhole(JsonNode body) {
        if (!body.isObject()) {
            return new EvaluationDraft.Refused(List.of(new FieldProblem(
                    "body", "is not a JSON object", "Send {\"suite\": …, \"plan\": {…}}, as in docs/api.md")));
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<FieldProblem> partProblems = new ArrayList<>();
        RequestFields fields = RequestFields.of(body, "", FIELDS, problems);
        boolean verifies = fields.node(PREDICTIONS).isPresent();
        Optional<PlanCheck.Sound> plan = plan(fields, verifies, problems);
        Budget budget = new RequestedBudget(plans).read(fields, problems);
        int parallel = fields.integer("parallel", 1, Evaluation.MOST_PARALLEL, standardParallel);
        Optional<String> name = fields.line("name", MOST_NAME_CHARACTERS);
        Optional<SuiteFilter> filter = filter(body, problems);
        Optional<Suite> suite = suites.read(fields, partProblems);
        if (!problems.isEmpty() || plan.isEmpty() || filter.isEmpty() || suite.isEmpty()) {
            problems.addAll(partProblems);
            return new EvaluationDraft.Refused(problems);
        }
        Suite chosen = chosen(filter.get(), suite.get(), partProblems);
        List<NewMember> members = members(fields, chosen, suite.get(), partProblems);
        if (members.isEmpty()) {
            partProblems.addFirst(nothing(verifies));
            return new EvaluationDraft.Refused(partProblems);
        }
        return new EvaluationDraft.Read(
                name.orElse(shortened(suite.get().name())),
                verifies ? EvaluationKind.VERIFY : EvaluationKind.GENERATE,
                suite.get().name(),
                planText(fields, plan.get(), verifies),
                budget,
                parallel,
                plan.get().seed(),
                verifies ? 0 : plan.get().samples(),
                plan.get().stopAfter(),
                members,
                partProblems);
    }

    private static Optional<SuiteFilter> filter(JsonNode body, List<FieldProblem> problems) {
        return switch (FilterJson.read(body.path("filter"), "filter")) {
            case FilterReading.Read read -> Optional.of(read.filter());
            case FilterReading.Refused refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        };
    }

    private static Suite chosen(SuiteFilter filter, Suite suite, List<FieldProblem> problems) {
        Suite chosen = filter.of(suite);
        chosen.problems().stream()
                .map(problem -> new FieldProblem("suite." + problem.field(), problem.problem(), problem.remedy()))
                .forEach(problems::add);
        return chosen;
    }

    private static FieldProblem nothing(boolean verifies) {
        return verifies
                ? new FieldProblem(
                        PREDICTIONS, "hold none for a usable instance", "Send predictions for rows of the suite")
                : new FieldProblem("suite", "holds no usable instance", "Send one row or more that can be used");
    }

    private static String shortened(String text) {
        return text.length() <= MOST_NAME_CHARACTERS ? text : text.substring(0, MOST_NAME_CHARACTERS);
    }

    /** Patches are a member's own: the predictions for it. */
    private Optional<PlanCheck.Sound> plan(RequestFields fields, boolean verifies, List<FieldProblem> problems) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        Optional<JsonNode> sent = fields.node("plan");
        if (sent.filter(value -> !value.isObject()).isPresent()) {
            fields.refuse("plan", "is not a JSON object", "Send an object, or leave it out");
            return Optional.empty();
        }
        sent.map(ObjectNode.class::cast).ifPresent(plan::setAll);
        if (plan.has(PATCHES)) {
            fields.refuse("plan.patches", "is set", "Send patches as 'predictions', each with its instance_id");
            return Optional.empty();
        }
        if (verifies) {
            plan.putArray(PATCHES).add("");
        }
        return switch (plans.apply(plan)) {
            case PlanCheck.Sound sound -> Optional.of(sound);
            case PlanCheck.Refused refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        };
    }

    /** Nobody picks the luckiest of predictions: each is judged for itself, and seen once unless the plan says otherwise. */
    private static String planText(RequestFields fields, PlanCheck.Sound plan, boolean verifies) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        if (verifies) {
            text.put("repeats", "once");
        }
        fields.node("plan").map(ObjectNode.class::cast).ifPresent(text::setAll);
        return text.put("seed", plan.seed()).toString();
    }

    /** Predictions for instances that the filter leaves out are left out with them. */
    private static List<NewMember> members(
            RequestFields fields, Suite suite, Suite whole, List<FieldProblem> problems) {
        Optional<JsonNode> predictions = fields.node(PREDICTIONS);
        if (predictions.isEmpty()) {
            return suite.rows().stream()
                    .map(row -> new NewMember(row.id(), new MemberContent(row.row(), List.of())))
                    .toList();
        }
        if (!predictions.get().isArray()) {
            problems.add(new FieldProblem(PREDICTIONS, "is not an array", "Send an array of predictions"));
            return List.of();
        }
        Map<InstanceId, List<Prediction>> byInstance = RequestedPredictions.read(predictions.get(), problems);
        List<NewMember> members = new ArrayList<>();
        for (Suite.Row row : suite.rows()) {
            Optional.ofNullable(byInstance.remove(row.id()))
                    .ifPresent(own -> members.add(new NewMember(row.id(), new MemberContent(row.row(), own))));
        }
        whole.rows().forEach(row -> byInstance.remove(row.id()));
        byInstance.keySet().forEach(id -> problems.add(stranger(id)));
        return members;
    }

    private static FieldProblem stranger(InstanceId id) {
        return new FieldProblem(
                PREDICTIONS,
                "name '" + id + "', which stands in no usable row of the suite",
                "Send the suite that holds it, or leave its predictions out");
    }
}
