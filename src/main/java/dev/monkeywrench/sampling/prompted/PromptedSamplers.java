package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.model.ModelWindows;
import dev.monkeywrench.sampling.Sampler;

/** Makes samplers that ask a language model. */
public final class PromptedSamplers {

    /** As a plan names it. */
    public static final String NAME = "prompted";

    private PromptedSamplers() {}

    /** The tokenizer keeps prompts within the model's window. */
    public static Sampler create(
            Retriever retriever, Tokenizer tokenizer, ModelWindows windows, PromptedOptions options) {
        return new PromptedSampler(new PromptWriter(retriever, tokenizer), windows, options);
    }
}
