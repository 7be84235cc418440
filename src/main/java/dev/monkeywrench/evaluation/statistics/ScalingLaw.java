package dev.monkeywrench.evaluation.statistics;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The loss of a model of N parameters trained on D tokens, {@code L = E + A/N^alpha + B/D^beta} (Hoffmann et al., 2022, arXiv
 * 2203.15556), and what training and a life of inference cost together, {@code 6 N D + 2 N T} operations for T tokens served
 * (Sardana et al., 2024, <i>Beyond Chinchilla-Optimal</i>, arXiv 2401.00448). The more is served, the smaller and the longer
 * trained is the model of the same loss that costs least.
 *
 * <p>A law of loss, not of repaired issues: what a loss is worth in coverage must be measured.
 */
public record ScalingLaw(double e, double a, double b, double alpha, double beta) {

    /** As fitted by Hoffmann et al., with the exponents to the third decimal: the printed two give another optimum. */
    public static final ScalingLaw CHINCHILLA = new ScalingLaw(1.69, 406.4, 410.7, 0.336, 0.283);

    private static final double WIDEST = Math.log(1e4);

    /** A size and how long it is trained. */
    public record Model(double parameters, double trainingTokens) {

        /** Training, and serving so many tokens, in operations. */
        public double flops(double tokensServed) {
            return 6 * parameters * trainingTokens + 2 * parameters * tokensServed;
        }
    }

    /** The loss of a model. */
    public double loss(Model model) {
        return e + a / Math.pow(model.parameters(), alpha) + b / Math.pow(model.trainingTokens(), beta);
    }

    /** Trained as long as is best for a model that is never used: where {@code alpha A/N^alpha = beta B/D^beta}. */
    public Model trainedForItsSize(double parameters) {
        double tokens = Math.pow(beta * b / (alpha * a) * Math.pow(parameters, alpha), 1 / beta);
        return new Model(parameters, tokens);
    }

    /**
     * The model of another size with the same loss.
     *
     * @throws IllegalArgumentException when that size cannot reach it, however long it is trained
     */
    public Model asGoodAs(Model model, double parameters) {
        double tokens = tokensFor(loss(model), parameters);
        if (Double.isInfinite(tokens)) {
            throw new IllegalArgumentException(
                    "A model of %.3g parameters does not reach a loss of %.4f; take a larger one"
                            .formatted(parameters, loss(model)));
        }
        return new Model(parameters, tokens);
    }

    /** The model of the same loss that costs least with so many tokens served. */
    public Model cheapest(Model model, double tokensServed) {
        double loss = loss(model);
        // lower than this the size alone costs more loss than there is
        double least = Math.log(Math.pow(a / (loss - e), 1 / alpha)) + 1e-9;
        double size = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(log ->
                                Math.log(new Model(Math.exp(log), tokensFor(loss, Math.exp(log))).flops(tokensServed))),
                        new SearchInterval(least, least + WIDEST),
                        new MaxEval(1_000))
                .getPoint();
        return asGoodAs(model, Math.exp(size));
    }

    private double tokensFor(double loss, double parameters) {
        double left = loss - e - a / Math.pow(parameters, alpha);
        return left > 0 ? Math.pow(b / left, 1 / beta) : Double.POSITIVE_INFINITY;
    }
}
