package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.ledger.TariffReader;
import dev.monkeywrench.model.ModelId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an evaluation is to be priced with.
 *
 * @param at the moment whose prices are taken
 */
record PriceRequest(Tariff tariff, List<ModelId> models, Instant at) {

    private static final Set<String> FIELDS = Set.of("tariff", "models", "at");
    private static final int MOST_MODELS = 20;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int MOST_NAME_CHARACTERS = 200;

    PriceRequest {
        models = List.copyOf(models);
    }

    /**
     * Reads a request; empty where something is wrong.
     *
     * @param standard the tariff of the service
     * @param problems where that is told
     */
    static Optional<PriceRequest> read(JsonNode body, Tariff standard, Instant now, List<FieldProblem> problems) {
        if (!body.isObject()) {
            problems.add(new FieldProblem("body", "is not a JSON object", "Send {} for the service's own tariff"));
            return Optional.empty();
        }
        RequestFields fields = RequestFields.of(body, "", FIELDS, problems);
        Instant at = at(fields, now);
        Tariff tariff = tariff(fields, standard);
        List<ModelId> models = problems.isEmpty() ? models(fields, tariff, at) : List.of();
        return problems.isEmpty() ? Optional.of(new PriceRequest(tariff, models, at)) : Optional.empty();
    }

    private static Instant at(RequestFields fields, Instant now) {
        Optional<JsonNode> stated = fields.node("at");
        if (stated.isEmpty()) {
            return now;
        }
        String text = stated.get().isString() ? stated.get().stringValue() : "";
        try {
            Instant at = text.length() == "2024-07-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // told below
        }
        fields.refuse(
                "at", "is neither a day nor a moment of the years 1970 to 9999", "Send 2024-07-31, or with T12:00:00Z");
        return now;
    }

    private static Tariff tariff(RequestFields fields, Tariff standard) {
        Optional<JsonNode> stated = fields.node("tariff");
        if (stated.isEmpty()) {
            return standard;
        }
        try {
            return TariffReader.read(stated.get());
        } catch (TariffReader.Malformed e) {
            fields.refuse(
                    e.field().isEmpty() ? "tariff" : "tariff." + e.field(),
                    e.problem(),
                    "Send {\"lists\": [{\"effective\": \"2026-11-01\", \"models\": […]}]}, as in docs/models.md");
            return standard;
        }
    }

    private static List<ModelId> models(RequestFields fields, Tariff tariff, Instant at) {
        Optional<JsonNode> stated = fields.node("models");
        return stated.isPresent() ? named(fields, stated.get()) : listed(fields, tariff, at);
    }

    private static List<ModelId> named(RequestFields fields, JsonNode stated) {
        if (!stated.isArray() || stated.isEmpty() || stated.size() > MOST_MODELS) {
            fields.refuse("models", "is not an array of 1 to " + MOST_MODELS + " models", "Send [\"api/some-coder\"]");
            return List.of();
        }
        Set<ModelId> models = new LinkedHashSet<>();
        for (int i = 0; i < stated.size(); i++) {
            String name = stated.get(i).isString() ? stated.get(i).stringValue() : "";
            if (name.isBlank()
                    || name.length() > MOST_NAME_CHARACTERS
                    || name.chars().anyMatch(Character::isISOControl)) {
                fields.refuse("models[" + i + "]", "is not a line of 1 to 200 characters", "Send a model's id");
            } else if (!models.add(new ModelId(name))) {
                fields.refuse("models[" + i + "]", "stands twice", "Name each model once");
            }
        }
        return List.copyOf(models);
    }

    /** Those of the list in force that are named whole. */
    private static List<ModelId> listed(RequestFields fields, Tariff tariff, Instant at) {
        List<ModelId> models = tariff.inForce(at).stream()
                .flatMap(list -> list.models().stream())
                .map(Tariff.ModelPrice::match)
                .filter(match -> !match.endsWith("*") && !match.isBlank())
                .distinct()
                .map(ModelId::new)
                .toList();
        if (models.size() > MOST_MODELS) {
            fields.refuse("models", "is missing, and the tariff names " + models.size(), "Name at most " + MOST_MODELS);
        } else if (models.isEmpty()) {
            fields.refuse(
                    "models",
                    "is missing, and the tariff names none that is in force on "
                            + LocalDate.ofInstant(at, ZoneOffset.UTC),
                    "Name models, send a tariff, or ask for another day with 'at'");
        }
        return new ArrayList<>(models);
    }
}
