package dev.monkeywrench.evaluation.statistics;

/**
 * How far sampling can go when the verifier errs: the chance that the first of k samples that passes is right,
 * {@code r/(r+w) * (1 - (1-r-w)^k)} (Stroebl et al., 2024, <i>Inference Scaling fLaws</i>, arXiv 2411.17501). More samples
 * do not lift it above {@code r/(r+w)}.
 *
 * @param right r, the chance that a sample is right, and passes
 * @param wrong w, the chance that it is wrong, and passes
 */
public record VerifierError(double right, double wrong) {

    public VerifierError {
        if (!(right >= 0 && wrong >= 0 && right + wrong <= 1)) {
            throw new IllegalArgumentException(
                    "A sample cannot be right with %s and wrong with %s".formatted(right, wrong));
        }
    }

    /** Chance that a right one is taken among the first k samples. */
    public double accuracy(int k) {
        return limit() * (1 - Math.pow(1 - right - wrong, k));
    }

    /** With samples without end; 0 when none ever passes. */
    public double limit() {
        return right == 0 ? 0 : right / (right + wrong);
    }
}
