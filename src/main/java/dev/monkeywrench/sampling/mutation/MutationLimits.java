package dev.monkeywrench.sampling.mutation;

/**
 * How far the mutation sampler goes.
 *
 * @param files parsed and changed, the most suspicious ones
 * @param characters of those files in all; the first is taken whatever its size
 * @param mutants kept of all that the templates propose
 * @param pairs of two changes, drawn after all single ones
 * @param temperature how far chance may change the order of likelihood: 0 not at all, 1 in proportion to it
 */
public record MutationLimits(int files, int characters, int mutants, int pairs, double temperature) {

    public MutationLimits {
        if (files < 1 || characters < 1 || mutants < 1 || pairs < 0 || !(temperature >= 0 && temperature <= 5)) {
            throw new IllegalArgumentException(
                    "The mutation sampler takes at least one file and one mutant, and a temperature from 0 to 5");
        }
    }

    public static MutationLimits standard() {
        return new MutationLimits(24, 200_000, 12_000, 4_000, 0.2);
    }
}
