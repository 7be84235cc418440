package dev.monkeywrench.run;

import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.solver.SolvePlan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a plan in the form in which users send it, every default filled in: what {@link PlanReader} reads back. */
final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private PlanJson() {}

    static String write(SolvePlan plan) {
        ObjectNode node = MAPPER.createObjectNode();
        if (plan.given().isEmpty()) {
            plan.arms().forEach(arm -> write(arm, node.withArray("samplers").addObject()));
            node.put("samples", plan.samples());
        } else {
            ArrayNode patches = node.putArray("patches");
            plan.given().forEach(patches::add);
        }
        node.put("stopAfter", plan.stopAfter());
        node.put("seed", plan.seed());
        ObjectNode budget = node.putObject("budget");
        plan.budget().tokens().ifPresent(tokens -> budget.put("tokens", tokens));
        plan.budget().dollars().ifPresent(dollars -> budget.put("dollars", dollars));
        node.put("wallTime", plan.wallTime().toString());
        node.putObject("timeouts")
                .put("baseline", plan.verification().baselineTimeout().toString())
                .put("candidate", plan.verification().candidateTimeout().toString());
        node.putObject("parallel")
                .put("draws", plan.parallelDraws())
                .put("verifications", plan.parallelVerifications());
        node.put(PlanReader.REPEATS, plan.verification().repeats().takesOnePass() ? PlanReader.ONCE : PlanReader.FIRM);
        node.put("verdicts", plan.verification().fresh() ? PlanReader.FRESH : PlanReader.CACHED);
        return MAPPER.writeValueAsString(node);
    }

    private static void write(Arm arm, ObjectNode node) {
        node.put("name", arm.name()).put("sampler", arm.sampler());
        arm.model().ifPresent(model -> node.put("model", model.value()));
        node.put("temperature", arm.temperature()).put("weight", arm.weight());
    }
}
