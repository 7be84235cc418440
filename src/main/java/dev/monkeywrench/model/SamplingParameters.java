package dev.monkeywrench.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How completions are drawn; what is empty is left to the server.
 *
 * @param temperature 0 to 2
 * @param seed of the first choice; choice i is drawn with {@code seed + i} where the server takes one seed a call
 * @param contextLength tokens of prompt and completion together (Ollama {@code num_ctx})
 * @param maxTokens tokens of one completion at most (Ollama {@code num_predict})
 */
public record SamplingParameters(
        double temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalDouble minP,
        int seed,
        int contextLength,
        int maxTokens,
        List<String> stop) {

    public SamplingParameters {
        stop = List.copyOf(stop);
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("A temperature lies between 0 and 2");
        }
        if (contextLength < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("A context length and a completion length are at least 1 token");
        }
    }

    /** The same with another seed; seeds are never negative, as servers take that for none. */
    public SamplingParameters withSeed(int other) {
        return new SamplingParameters(
                temperature, topP, topK, minP, other & Integer.MAX_VALUE, contextLength, maxTokens, stop);
    }
}
