package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.ScalingLaw;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When a smaller model, trained longer, pays: models of equal loss, and what training and serving them take, by a law of loss
 * ({@link ScalingLaw}). It says nothing of repaired issues.
 *
 * @param law its five numbers: E, A, B, alpha, beta
 * @param tokensServed over the life of the model
 * @param asked the model that was asked for
 * @param other the model of the same loss that it is compared with
 * @param saved operations that the other one saves; below 0 when it takes more
 * @param share of the operations of the one asked for
 */
public record TrainingPlan(
        List<Double> law, double tokensServed, Sized asked, Sized other, double saved, double share) {

    private static final double LEAST_PARAMETERS = 1e3;
    private static final double MOST_PARAMETERS = 1e15;
    private static final double MOST_TOKENS = 1e21;
    private static final int LAW_SIZE = 5;

    public TrainingPlan {
        law = List.copyOf(law);
    }

    /**
     * A model.
     *
     * @param operations of training it and of serving
     */
    public record Sized(double parameters, double trainingTokens, double loss, double operations) {}

    /** The numbers of Hoffmann et al. (2022, arXiv 2203.15556). */
    public static List<Double> chinchilla() {
        ScalingLaw law = ScalingLaw.CHINCHILLA;
        return List.of(law.e(), law.a(), law.b(), law.alpha(), law.beta());
    }

    /**
     * Works it out.
     *
     * @param trainingTokens empty: as many as are best for a model of that size that is never used
     * @param against size of the other one; empty: the size that takes fewest operations
     * @throws IllegalArgumentException when a number is out of its range, or that size never reaches the loss
     */
    public static TrainingPlan of(
            double parameters,
            OptionalDouble trainingTokens,
            double tokensServed,
            OptionalDouble against,
            List<Double> law) {
        checkParameters("parameters", parameters);
        against.ifPresent(size -> checkParameters("parameters to compare with", size));
        check("tokens served", tokensServed, tokensServed >= 0 && tokensServed <= MOST_TOKENS, "from 0 to 1e21");
        trainingTokens.ifPresent(
                tokens -> check("training tokens", tokens, tokens >= 1 && tokens <= MOST_TOKENS, "from 1 to 1e21"));
        ScalingLaw used = law(law);
        ScalingLaw.Model asked = trainingTokens.isPresent()
                ? new ScalingLaw.Model(parameters, trainingTokens.getAsDouble())
                : used.trainedForItsSize(parameters);
        ScalingLaw.Model other =
                against.isPresent() ? used.asGoodAs(asked, against.getAsDouble()) : used.cheapest(asked, tokensServed);
        Sized first = sized(used, asked, tokensServed);
        Sized second = sized(used, other, tokensServed);
        // no -0
        double saved = first.operations() - second.operations() + 0.0;
        if (!Double.isFinite(saved) || !Double.isFinite(first.loss())) {
            throw new IllegalArgumentException("This law has no finite answer for these numbers; check them");
        }
        return new TrainingPlan(law, tokensServed, first, second, saved, saved / first.operations());
    }

    private static Sized sized(ScalingLaw law, ScalingLaw.Model model, double tokensServed) {
        return new Sized(model.parameters(), model.trainingTokens(), law.loss(model), model.flops(tokensServed));
    }

    private static ScalingLaw law(List<Double> numbers) {
        boolean fits = numbers.size() == LAW_SIZE
                && numbers.stream().allMatch(number -> number > 0 && number <= 1e9)
                && numbers.get(3) <= 2
                && numbers.get(4) <= 2;
        if (!fits) {
            throw new IllegalArgumentException(
                    "A law is five numbers above 0: E, A, B, and the exponents alpha and beta, at most 2");
        }
        return new ScalingLaw(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    }

    private static void checkParameters(String name, double value) {
        check(name, value, value >= LEAST_PARAMETERS && value <= MOST_PARAMETERS, "from 1e3 to 1e15");
    }

    private static void check(String name, double value, boolean fits, String range) {
        if (!fits) {
            throw new IllegalArgumentException("The " + name + " are a number " + range + ", not " + value);
        }
    }
}
