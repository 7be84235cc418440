package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.RunStore;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation as somebody asks for it.
 *
 * @param body with {@code suite} and, if they like, {@code name}, {@code filter}, {@code plan}, {@code budget},
 *     {@code parallel} and {@code predictions}
 * @param key the client's name for a request it may repeat
 */
public record EvaluationRequest(JsonNode body, Optional<RunStore.IdempotencyKey> key) {}
