package dev.monkeywrench.evaluation.statistics;

import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The lowest point of a smooth function of two numbers, by the simplex of Nelder and Mead: it needs no derivative and ends
 * on a flat plain too, which is where resamples with next to nothing resolved lead.
 */
final class Minimum {

    private static final int MOST_EVALUATIONS = 5_000;
    private static final double BOUND = 25;

    private Minimum() {}

    /** Searched within plus and minus 25 for each of the two numbers, which are logarithms. */
    static double[] of(double firstGuess, double secondGuess, ToDoubleFunction<double[]> function) {
        return new SimplexOptimizer(new SimpleValueChecker(1e-11, 1e-13))
                .optimize(
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(point -> bounded(point, function)),
                        new InitialGuess(new double[] {firstGuess, secondGuess}),
                        new NelderMeadSimplex(2, 0.5),
                        new MaxEval(MOST_EVALUATIONS))
                .getPoint();
    }

    private static double bounded(double[] point, ToDoubleFunction<double[]> function) {
        return Math.abs(point[0]) > BOUND || Math.abs(point[1]) > BOUND
                ? Double.MAX_VALUE
                : function.applyAsDouble(point);
    }
}
