package dev.monkeywrench.model;

/**
 * How much a model takes and gives, as configured for its server.
 *
 * @param contextLength tokens of prompt and completion together
 * @param maxTokens tokens of one completion at most
 */
public record ModelWindow(int contextLength, int maxTokens) {

    public ModelWindow {
        if (maxTokens < 1 || contextLength <= maxTokens) {
            throw new IllegalArgumentException("A context length is greater than the length of a completion, "
                    + maxTokens + " tokens; raise context-length or lower max-tokens");
        }
    }

    /** What is left for the prompt. */
    public int promptTokens() {
        return contextLength - maxTokens;
    }
}
