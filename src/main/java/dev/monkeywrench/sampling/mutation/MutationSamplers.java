package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.Sampler;

/** Makes samplers that need no model. */
public final class MutationSamplers {

    /** As a plan names it. */
    public static final String NAME = "mutation";

    private MutationSamplers() {}

    public static Sampler create() {
        return create(MutationLimits.standard());
    }

    public static Sampler create(MutationLimits limits) {
        return new MutationSampler(limits);
    }
}
