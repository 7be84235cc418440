package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.LocalServer;
import dev.monkeywrench.evaluation.statistics.MeasuredModel;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution;
import dev.monkeywrench.instance.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the models of a request for a plan: evaluations, counts, fitted distributions or the shares of a table. */
final class PlanModels {

    static final int MOST_MODELS = 50;

    private static final String EVALUATION = "evaluation";
    private static final Set<String> SOURCES = Set.of("beta", "counts", "coverage", EVALUATION);
    private static final Set<String> FIELDS = Set.of(
            "name",
            "dollarsPerSample",
            "server",
            "tokensPerSample",
            "beforehand",
            "beta",
            "counts",
            "coverage",
            EVALUATION);
    private static final int MOST_NAME_CHARACTERS = 100;
    private static final int MOST_PLACE_CHARACTERS = 4_096;
    private static final double LEAST_DOLLARS_A_SAMPLE = 1e-12;
    private static final double MOST_DOLLARS_A_SAMPLE = 1e6;

    private final Function<String, Measurement> evaluations;
    private final List<FieldProblem> problems;
    private final Set<String> names = new HashSet<>();
    /** An evaluation may stand for several models, at several prices, and is read once. */
    private final Map<String, Measurement> known = new HashMap<>();

    /**
     * @param evaluations tells what an evaluation says, by its id or place
     * @param problems where what is wrong is told
     */
    PlanModels(Function<String, Measurement> evaluations, List<FieldProblem> problems) {
        this.evaluations = evaluations;
        this.problems = problems;
    }

    List<PlannedModel> read(JsonNode models) {
        if (!models.isArray() || models.isEmpty() || models.size() > MOST_MODELS) {
            String holds = models.isArray() ? "holds " + models.size() + " models" : "is not an array";
            problems.add(new FieldProblem("models", holds, "Send an array of 1 to " + MOST_MODELS + " models"));
            return List.of();
        }
        List<PlannedModel> read = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            model(models.get(i), "models[" + i + "]").ifPresent(read::add);
        }
        return read;
    }

    private Optional<PlannedModel> model(JsonNode json, String path) {
        if (!json.isObject()) {
            problems.add(new FieldProblem(path, "is not an object", "Send {\"name\": …, \"dollarsPerSample\": …}"));
            return Optional.empty();
        }
        int before = problems.size();
        RequestFields fields = RequestFields.of(json, path, FIELDS, problems);
        Optional<String> name = name(fields);
        OptionalDouble price = price(fields, path);
        double beforehand = fields.number("beforehand", dollars -> dollars >= 0 && dollars <= 1e15, "from 0 to 1e15")
                .orElse(0);
        Optional<PlanSource> source = source(fields, path);
        if (source.isEmpty() || name.isEmpty() || problems.size() > before) {
            return Optional.empty();
        }
        return priced(fields, price, source.get())
                .flatMap(dollars -> model(fields, name.get(), dollars, beforehand, source.get()));
    }

    /** As it is stated, or what a server of one's own takes for the tokens of a sample. */
    private OptionalDouble price(RequestFields fields, String path) {
        OptionalDouble stated = fields.number("dollarsPerSample", PlanModels::isPrice, "from 1e-12 to 1e6");
        boolean served = fields.node("server").isPresent();
        if (served != fields.node("tokensPerSample").isPresent()) {
            fields.refuse(
                    served ? "tokensPerSample" : "server",
                    "is missing",
                    "A server and the tokens of a sample make a price");
        }
        if (!served) {
            return stated;
        }
        if (fields.node("dollarsPerSample").isPresent()) {
            fields.refuse("server", "stands beside dollarsPerSample", "State one of them");
        }
        OptionalDouble tokens =
                fields.number("tokensPerSample", number -> number > 0 && number <= 1e12, "above 0, at most 1e12");
        Optional<LocalServer> server = PlanServer.read(fields, path + ".server", problems);
        if (server.isEmpty() || tokens.isEmpty()) {
            return OptionalDouble.empty();
        }
        double dollars = server.get().dollars(tokens.getAsDouble());
        if (!isPrice(dollars)) {
            fields.refuse("server", "makes a sample cost " + dollars + " dollars", "Check its numbers and the tokens");
        }
        return OptionalDouble.of(dollars);
    }

    private static boolean isPrice(double dollars) {
        return dollars >= LEAST_DOLLARS_A_SAMPLE && dollars <= MOST_DOLLARS_A_SAMPLE;
    }

    private Optional<String> name(RequestFields fields) {
        Optional<String> name = fields.line("name", MOST_NAME_CHARACTERS);
        if (name.isEmpty() && fields.node("name").isEmpty()) {
            fields.refuse("name", "is missing", "Give each model a name");
        } else if (name.isPresent() && !names.add(name.get())) {
            fields.refuse("name", "stands twice", "Give each model a name of its own");
        }
        return name;
    }

    private Optional<PlanSource> source(RequestFields fields, String path) {
        List<String> stated = Stream.of("beta", "counts", "coverage", EVALUATION)
                .filter(field -> fields.node(field).isPresent())
                .toList();
        if (stated.size() != 1) {
            problems.add(new FieldProblem(
                    path,
                    stated.isEmpty() ? "says nothing of what it resolves" : "says it in several ways: " + stated,
                    "State one of " + SOURCES.stream().sorted().toList()));
            return Optional.empty();
        }
        JsonNode value = fields.node(stated.getFirst()).orElseThrow();
        try {
            return Optional.of(
                    switch (stated.getFirst()) {
                        case "beta" -> PlanSource.ofBeta(value);
                        case "counts" -> PlanSource.ofCounts(value);
                        case "coverage" -> PlanSource.ofShares(value);
                        default -> ofEvaluation(value);
                    });
        } catch (PlanSource.Unfit unfit) {
            fields.refuse(stated.getFirst() + unfit.place(), unfit.problem(), unfit.remedy());
            return Optional.empty();
        }
    }

    private PlanSource ofEvaluation(JsonNode value) {
        if (!value.isString() || value.stringValue().length() > MOST_PLACE_CHARACTERS) {
            throw new PlanSource.Unfit(
                    "", "is not the id of an evaluation", "Send it as GET /api/v1/evaluations lists it");
        }
        return switch (known.computeIfAbsent(value.stringValue(), evaluations)) {
            case Measurement.Useless useless -> throw new PlanSource.Unfit("", useless.problem(), useless.remedy());
            case Measurement.Counted counted -> PlanSource.of(counted);
        };
    }

    private static Optional<Double> priced(RequestFields fields, OptionalDouble stated, PlanSource source) {
        if (stated.isPresent()) {
            return Optional.of(stated.getAsDouble());
        }
        Optional<Double> ofBill = source.dollarsPerSample().filter(PlanModels::isPrice);
        if (ofBill.isEmpty()) {
            fields.refuse(
                    "dollarsPerSample",
                    source.isEvaluation()
                            ? "is missing, and the bill of the evaluation does not tell it"
                            : "is missing",
                    "State what drawing and verifying a sample costs; a sample costs more than nothing, count the time of"
                            + " the machine at least");
        }
        return ofBill;
    }

    private static Optional<PlannedModel> model(
            RequestFields fields, String name, double dollars, double beforehand, PlanSource source) {
        SuccessDistribution success = source.success();
        if (!Double.isFinite(success.coverage(1)) || !Double.isFinite(success.coverage(MeasuredModel.MOST_SAMPLES))) {
            fields.refuse("name", "has no coverage that can be worked out", "Check its numbers");
            return Optional.empty();
        }
        return Optional.of(new PlannedModel(
                new MeasuredModel(name, success, dollars),
                source.words(),
                source.drawn(),
                source.instances(),
                source.size(),
                source.counts(),
                beforehand,
                source.note()));
    }
}
