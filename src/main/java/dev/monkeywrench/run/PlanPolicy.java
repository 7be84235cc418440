package dev.monkeywrench.run;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a plan may ask for, and what it gets when it does not ask.
 *
 * @param samplers that exist, by name
 * @param standardSampler draws where a plan names none
 * @param models tells whether a model is configured
 * @param modelNames those that can be named to a user who named another
 * @param samples drawn where a plan does not say
 */
record PlanPolicy(
        List<String> samplers,
        String standardSampler,
        Predicate<ModelId> models,
        List<ModelId> modelNames,
        int samples,
        Duration wallTime,
        VerificationPolicy verification,
        int parallelDraws,
        int parallelVerifications) {

    static final Duration LONGEST_RUN = Duration.ofDays(3);
    static final Duration LONGEST_TEST = Duration.ofHours(6);
    static final int MOST_PARALLEL_DRAWS = 256;
    static final int MOST_PARALLEL_VERIFICATIONS = 64;
    static final int MOST_ARMS = 32;
    static final int MOST_GIVEN = 10_000;

    PlanPolicy {
        samplers = List.copyOf(samplers);
        modelNames = List.copyOf(modelNames);
    }
}
