package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationRecord;
import dev.monkeywrench.evaluation.EvaluationRecords;
import dev.monkeywrench.evaluation.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Gathers the models of a plan from where the user named them, into a request as the service takes it. */
final class PlanInputs {

    private static final long MOST_OCTETS = 20_000_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Session session;
    private final Optional<URI> server;
    private final ObjectNode request = Session.JSON.createObjectNode();
    private final ArrayNode models = Session.JSON.createArrayNode();
    private final Map<String, Measurement> measured = new HashMap<>();

    PlanInputs(Session session, Optional<URI> server) {
        this.session = session;
        this.server = server;
    }

    /** An evaluation, a folder or a file, with the name of the model before it or not. */
    void add(String named) throws InterruptedException {
        int sign = Files.exists(Path.of(named)) ? -1 : named.indexOf('=');
        String place = named.substring(sign + 1);
        Optional<String> name = sign < 0 ? Optional.empty() : Optional.of(named.substring(0, sign));
        if (!Files.isRegularFile(Path.of(place))) {
            EvaluationRecord record = evaluation(place);
            measured.put(place, Measurement.of(record));
            models.addObject().put("name", name.orElse(record.name())).put("evaluation", place);
            return;
        }
        if (name.isPresent()) {
            throw new UsageFault(Inert.line(place, 200) + " is a file of models, which have names of their own");
        }
        addFile(Path.of(place));
    }

    private EvaluationRecord evaluation(String place) throws InterruptedException {
        boolean isHere = Files.exists(Path.of(place));
        if (!isHere && !EvaluationId.isId(place)) {
            throw new UsageFault(Inert.line(place, 200)
                    + " is no id of an evaluation, no folder that --output wrote, and no file of models");
        }
        if (isHere) {
            return EvaluationRecords.read(Path.of(place));
        }
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            ServiceEvaluation evaluation = ServiceEvaluation.of(client, place);
            RunsForReport runs = new RunsForReport(Path.of("."), evaluation.stopsEarly());
            try (Output gathering = new Output(Optional.empty(), Optional.of(runs))) {
                evaluation.tell(gathering);
            }
            return runs.record(evaluation.name(), evaluation.conditions(), evaluation.seed());
        }
    }

    private void addFile(Path file) {
        JsonNode content = read(file);
        JsonNode listed = content.isObject() ? content.path("models") : content;
        if (!listed.isArray()) {
            throw new UsageFault(file + " is neither a list of models nor an object with a list 'models'; write"
                    + " {\"models\": [{\"name\": …, \"dollarsPerSample\": …, \"counts\": …}]}");
        }
        listed.forEach(models::add);
        if (content instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(field -> !field.equals("models"))
                    .forEach(field -> request.set(field, object.get(field)));
        }
    }

    private static JsonNode read(Path file) {
        try {
            if (Files.size(file) > MOST_OCTETS) {
                throw new UsageFault(file + " holds more than " + MOST_OCTETS + " bytes");
            }
            String text = Files.readString(file);
            return file.toString().endsWith(".json") ? JSON.readTree(text) : YAML.readTree(text);
        } catch (JacksonException e) {
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UsageFault(file + (line < 1 ? "" : ":" + line) + " is not "
                    + (file.toString().endsWith(".json") ? "JSON" : "YAML") + ": " + Inert.line(reason, 300));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; is it UTF-8?", e);
        }
    }

    /** Sets a number of models that an option names. */
    void state(String field, String option, Map<String, Double> numbers) {
        numbers.forEach((name, number) -> models.valueStream()
                .filter(model -> model.path("name").asString("").equals(name))
                .findFirst()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new UsageFault(option + " names '" + Inert.line(name, 100)
                        + "', which is none of the models: "
                        + Inert.line(
                                models.valueStream()
                                        .map(model -> model.path("name").asString("?"))
                                        .toList()
                                        .toString(),
                                300)))
                .put(field, number));
    }

    ObjectNode request() {
        request.set("models", models);
        return request;
    }

    /** Of an evaluation that was named; a file of models cannot name one that was not. */
    Measurement measurement(String place) {
        return Optional.ofNullable(measured.get(place))
                .orElseGet(() -> new Measurement.Useless(
                        "is not among the evaluations named", "Name it before the file, as NAME=EVALUATION"));
    }
}
