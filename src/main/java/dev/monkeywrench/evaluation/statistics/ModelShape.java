package dev.monkeywrench.evaluation.statistics;

/**
 * What a decoder computes for a token, {@code 2 (N + 2 L d context)} operations: a multiplication and an addition for each of
 * its N parameters, and attention over the context in each of its L layers of width d (Brown et al., 2024, <i>Large Language
 * Monkeys</i>, arXiv 2407.21787, section 2.2).
 *
 * @param parameters those that work on each token, which are fewer than all in a mixture of experts
 */
public record ModelShape(double parameters, int layers, int width) {

    public ModelShape {
        if (!(parameters > 0) || layers < 1 || width < 1) {
            throw new IllegalArgumentException("A model has parameters, layers and a width above 0");
        }
    }

    /** Operations for one token. */
    public double flopsPerToken(double contextLength) {
        return 2 * (parameters + 2.0 * layers * width * contextLength);
    }

    /**
     * Of several samples of one prompt.
     *
     * @param promptTokens computed once, where samples share the prefix; multiply by the samples where they do not
     * @param decodedTokens of all samples together
     * @param contextLength of a token, on average
     */
    public double flops(long promptTokens, long decodedTokens, double contextLength) {
        return (promptTokens + decodedTokens) * flopsPerToken(contextLength);
    }
}
