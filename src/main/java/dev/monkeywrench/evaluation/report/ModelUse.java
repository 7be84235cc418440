package dev.monkeywrench.evaluation.report;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The calls of a model for one sample. What is empty is unknown.
 *
 * @param cachedTokens of the prompt, those that the server took from its cache
 * @param flops operations, as where the model's shape is stated
 */
public record ModelUse(
        String model,
        OptionalLong promptTokens,
        OptionalLong cachedTokens,
        OptionalLong completionTokens,
        OptionalDouble flops) {

    boolean isCounted() {
        return promptTokens.isPresent() && completionTokens.isPresent();
    }
}
