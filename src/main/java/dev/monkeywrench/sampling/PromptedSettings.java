package dev.monkeywrench.sampling;

import dev.monkeywrench.sampling.prompted.PromptedOptions;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the sampler that asks a model; what is left out is left to the model's server.
 *
 * @param topP 0 to 1
 * @param topK at least 1
 * @param minP 0 to 1
 */
@ConfigurationProperties("monkeywrench.sampling.prompted")
record PromptedSettings(Optional<Double> topP, Optional<Integer> topK, Optional<Double> minP) {

    PromptedOptions options() {
        return new PromptedOptions(
                topP.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                topK.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                minP.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }
}
