package dev.monkeywrench.model;

/**
 * One call of a model.
 *
 * @param choices how many completions are asked for, at least 1
 * @param label what the call is for, in the ledger's words, as in {@code draw-17}
 */
public record GenerationRequest(Prompt prompt, SamplingParameters parameters, int choices, String label) {

    public GenerationRequest {
        if (choices < 1) {
            throw new IllegalArgumentException("At least 1 choice is asked for");
        }
    }
}
