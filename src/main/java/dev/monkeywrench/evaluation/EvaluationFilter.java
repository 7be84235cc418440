package dev.monkeywrench.evaluation;

import java.util.Optional;

/**
 * Which evaluations are listed, newest first.
 *
 * @param digest of what is to be done, by {@link EvaluationDigest}
 * @param before only evaluations created before this one
 */
public record EvaluationFilter(
        Optional<EvaluationState> state, Optional<String> digest, Optional<EvaluationId> before, int limit) {}
