package dev.monkeywrench.run;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.sampling.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the samplers of a plan. */
final class ArmReader {

    private static final Set<String> FIELDS = Set.of("sampler", "model", "temperature", "weight", "name");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}");
    private static final int MOST_MODEL_CHARACTERS = 200;
    private static final double STANDARD_TEMPERATURE = 1.0;
    private static final double LEAST_WEIGHT = 0.000_001;
    private static final double MOST_WEIGHT = 1_000_000;

    /** The only sampler that asks a model. */
    private static final String PROMPTED = "prompted";

    private final PlanPolicy policy;

    ArmReader(PlanPolicy policy) {
        this.policy = policy;
    }

    /** What draws where a plan does not say. */
    List<Arm> standard() {
        String sampler = policy.standardSampler();
        return List.of(new Arm(sampler, sampler, Optional.empty(), STANDARD_TEMPERATURE, 1));
    }

    List<Arm> read(PlanFields plan, List<JsonNode> samplers) {
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i < samplers.size(); i++) {
            PlanFields fields = plan.inner("samplers[" + i + "]", samplers.get(i), FIELDS);
            if (samplers.get(i).isObject()) {
                arm(fields, arms).ifPresent(arms::add);
            }
        }
        return arms;
    }

    private Optional<Arm> arm(PlanFields fields, List<Arm> earlier) {
        Optional<String> sampler = sampler(fields);
        Optional<ModelId> model = model(fields, sampler.orElse(""));
        double temperature = fields.number("temperature", 0, 2).orElse(STANDARD_TEMPERATURE);
        double weight = fields.number("weight", LEAST_WEIGHT, MOST_WEIGHT).orElse(1);
        Optional<String> name = name(fields, sampler.orElse("sampler"), earlier);
        return sampler.isPresent() && name.isPresent()
                ? Optional.of(new Arm(name.get(), sampler.get(), model, temperature, weight))
                : Optional.empty();
    }

    private Optional<String> sampler(PlanFields fields) {
        Optional<String> sampler = fields.text("sampler", MOST_MODEL_CHARACTERS);
        if (sampler.filter(policy.samplers()::contains).isEmpty()) {
            fields.refuse("sampler", "names no sampler of this service", "Name one of " + policy.samplers());
            return Optional.empty();
        }
        return sampler;
    }

    private Optional<ModelId> model(PlanFields fields, String sampler) {
        Optional<ModelId> model = fields.text("model", MOST_MODEL_CHARACTERS).map(ModelId::new);
        if (sampler.equals(PROMPTED) && fields.node("model").isEmpty()) {
            fields.refuse("model", "is missing: the sampler 'prompted' asks a model", "Name one of " + known());
        }
        if (!sampler.equals(PROMPTED) && model.isPresent()) {
            fields.refuse("model", "is set, but only the sampler 'prompted' asks a model", "Leave it out");
        }
        if (model.isPresent() && !policy.models().test(model.get())) {
            fields.refuse("model", "names no model of this service", "Name one of " + known());
        }
        return model;
    }

    private String known() {
        return policy.modelNames().isEmpty()
                ? "the models you configure under monkeywrench.model; there is none yet"
                : policy.modelNames().toString();
    }

    private static Optional<String> name(PlanFields fields, String sampler, List<Arm> earlier) {
        if (fields.node("name").isEmpty()) {
            return Optional.of(unused(sampler, earlier));
        }
        Optional<String> name = fields.text("name", 80);
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            fields.refuse("name", "holds other than letters, digits, '.', '_', ':', '/' and '-'", "Rename it");
            return Optional.empty();
        }
        if (name.isPresent() && isUsed(name.get(), earlier)) {
            fields.refuse("name", "is used by an earlier sampler of the plan", "Give each sampler a name of its own");
            return Optional.empty();
        }
        return name;
    }

    private static String unused(String sampler, List<Arm> earlier) {
        String name = sampler;
        for (int number = 2; isUsed(name, earlier); number++) {
            name = sampler + "-" + number;
        }
        return name;
    }

    private static boolean isUsed(String name, List<Arm> earlier) {
        return earlier.stream().anyMatch(arm -> arm.name().equals(name));
    }
}
