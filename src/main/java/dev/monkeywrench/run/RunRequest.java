package dev.monkeywrench.run;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A run as somebody asks for it.
 *
 * @param instance a row or the plain form
 * @param plan an object, empty for all defaults
 * @param key the client's name for a request it may repeat
 */
public record RunRequest(JsonNode instance, JsonNode plan, Optional<RunStore.IdempotencyKey> key) {}
