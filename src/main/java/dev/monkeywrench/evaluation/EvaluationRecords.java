package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluations as files, {@value EvaluationRecord#FILE} in a folder: format 1. Files of earlier versions lack the costs of
 * samples and which patch was selected.
 */
public final class EvaluationRecords {

    private static final int FORMAT = 1;
    private static final int MOST_DIGITS = 100;

    private EvaluationRecords() {}

    /** Writes the file into a folder, which is made where it is not there. */
    public static void write(Path folder, EvaluationRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("name", record.name()).put("conditions", record.conditions());
        ArrayNode runs = json.put("seed", record.seed()).putArray("runs");
        record.runs().forEach(run -> put(runs.addObject(), run));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(EvaluationRecord.FILE), JsonMapper.shared().writeValueAsString(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The evaluation cannot be written to " + folder + "; is it writable?", e);
        }
    }

    private static void put(ObjectNode json, ReportedRun run) {
        json.put("instance", run.instance().value()).put("repository", run.repository());
        json.put("stopsEarly", run.stopsEarly());
        run.dollars().ifPresent(dollars -> json.put("dollars", dollars.toPlainString()));
        run.selected().ifPresent(digest -> json.put("selected", digest));
        ArrayNode samples = json.putArray("samples");
        run.samples().forEach(sample -> put(samples.addObject(), sample));
    }

    private static void put(ObjectNode json, ReportedSample sample) {
        json.put("arm", sample.arm());
        sample.digest().ifPresent(digest -> json.put("digest", digest));
        json.put("duplicate", sample.duplicate());
        sample.verdict().ifPresent(verdict -> json.put("verdict", verdict.name()));
        json.put("verifyingMillis", sample.verifying().toMillis());
        sample.cost().ifPresent(cost -> ReportedCosts.put(json.putObject("cost"), cost));
    }

    /** Reads what {@link #write} wrote; anything else is an illegal argument. */
    public static EvaluationRecord read(Path folder) {
        Path file = folder.resolve(EvaluationRecord.FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no " + EvaluationRecord.FILE + " in " + folder.toAbsolutePath()
                    + "; name a folder that 'evaluate' or 'verify' wrote with --output, or the id of an evaluation");
        }
        try {
            return read(JsonMapper.shared().readTree(file));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " is not an evaluation of format " + FORMAT + ": " + e.getMessage(), e);
        }
    }

    private static EvaluationRecord read(JsonNode json) {
        if (json.path("format").asInt(0) != FORMAT) {
            throw new IllegalArgumentException("its 'format' is " + json.path("format"));
        }
        List<ReportedRun> runs =
                json.path("runs").valueStream().map(EvaluationRecords::run).toList();
        return new EvaluationRecord(
                json.path("name").asString(""),
                json.path("conditions").asString(""),
                json.path("seed").asLong(1),
                runs);
    }

    private static ReportedRun run(JsonNode json) {
        return new ReportedRun(
                new InstanceId(json.path("instance").asString("")),
                json.path("repository").asString(""),
                json.path("stopsEarly").asBoolean(true),
                json.path("samples")
                        .valueStream()
                        .map(EvaluationRecords::sample)
                        .toList(),
                text(json, "dollars").map(EvaluationRecords::dollars),
                text(json, "selected"));
    }

    private static ReportedSample sample(JsonNode json) {
        return new ReportedSample(
                json.path("arm").asString(""),
                text(json, "digest"),
                json.path("duplicate").asBoolean(false),
                text(json, "verdict").map(VerdictKind::valueOf),
                Duration.ofMillis(json.path("verifyingMillis").asLong(0)),
                ReportedCosts.read(json.path("cost")));
    }

    /** A sum of which the exponent alone would fill the memory is none. */
    private static BigDecimal dollars(String text) {
        BigDecimal dollars = new BigDecimal(text);
        if (Math.abs((long) dollars.scale()) > MOST_DIGITS || dollars.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("'dollars' is a number of more than " + MOST_DIGITS + " digits");
        }
        return dollars;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}
