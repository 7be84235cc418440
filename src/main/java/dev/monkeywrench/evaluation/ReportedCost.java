package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.Judging;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one sample cost, for a report. What is empty is unknown, which is not 0.
 *
 * @param dollars of its drawing, and of its verification where that is its own
 * @param model that was called; empty where none was
 * @param cachedTokens of the prompt, those that the server took from its cache
 * @param drawing calls of models, with the pauses before they were repeated
 * @param waiting for a place at a model server and for sandboxes to be open
 * @param verifying that sandboxes were held
 * @param flops operations of the model, where the service knows its shape
 */
public record ReportedCost(
        Optional<BigDecimal> dollars,
        Optional<String> model,
        OptionalLong promptTokens,
        OptionalLong cachedTokens,
        OptionalLong completionTokens,
        Duration drawing,
        Optional<Duration> waiting,
        Duration verifying,
        Judging judging,
        OptionalDouble flops) {}
