package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.BetaBinomial;
import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.MeasuredModel;
import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.AllOrNothing;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Same;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Stated;
import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a request says of what a model resolves.
 *
 * @param words what it was
 * @param drawn samples of an instance that it was measured with, at most; 0 where nobody said
 * @param size how many instances; 0 where nobody said
 * @param counts that it was fitted to; empty where a distribution or a table was stated
 */
record PlanSource(
        SuccessDistribution success,
        String words,
        int drawn,
        Set<String> instances,
        int size,
        Optional<FixedCounts> counts,
        Optional<Double> dollarsPerSample,
        boolean isEvaluation,
        String note) {

    private static final int MOST_INSTANCES = 100_000;
    private static final int MOST_SHARES = 1_000;
    private static final double MOST_BETA = 1e6;
    private static final double LEAST_BETA = 1e-6;

    /** It cannot be used, and where in its field the reason lies. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String place;
        private final String problem;
        private final String remedy;

        Unfit(String place, String problem, String remedy) {
            super(problem, null, false, false);
            this.place = place;
            this.problem = problem;
            this.remedy = remedy;
        }

        String place() {
            return place;
        }

        String problem() {
            return problem;
        }

        String remedy() {
            return remedy;
        }
    }

    static PlanSource ofBeta(JsonNode value) {
        boolean fits =
                value.isArray() && value.size() == 2 && value.valueStream().allMatch(PlanSource::isParameter);
        if (!fits) {
            throw new Unfit("", "is not two numbers from 1e-6 to 1e6", "Send [a, b], as a fit gave them");
        }
        Beta beta = new Beta(value.get(0).doubleValue(), value.get(1).doubleValue());
        return stated(beta, words(beta), 0);
    }

    private static boolean isParameter(JsonNode number) {
        return number.isNumber() && number.doubleValue() >= LEAST_BETA && number.doubleValue() <= MOST_BETA;
    }

    static PlanSource ofCounts(JsonNode value) {
        checkArray(value, MOST_INSTANCES, "pairs of samples and resolved samples", "[[10, 3], [10, 0]]");
        List<FixedN> counts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode pair = value.get(i);
            boolean fits = isPair(pair)
                    && isWhole(pair.get(0), 1, MeasuredModel.MOST_SAMPLES)
                    && isWhole(pair.get(1), 0, pair.get(0).intValue());
            if (!fits) {
                throw new Unfit(
                        "[" + i + "]",
                        "is not [samples, resolved] with 1 to 10,000 samples and at most all of them resolved",
                        "Send [10, 3] for an instance of whose 10 samples 3 are resolved");
            }
            counts.add(new FixedN(
                    new InstanceId("i" + i), pair.get(0).intValue(), pair.get(1).intValue()));
        }
        return fitted(counts, Set.of(), Optional.empty(), false, "");
    }

    static PlanSource ofShares(JsonNode value) {
        checkArray(value, MOST_SHARES, "pairs of a number of samples and a share", "[[1, 0.159], [5, 0.296]]");
        NavigableMap<Integer, Double> shares = new TreeMap<>();
        double before = 0;
        for (int i = 0; i < value.size(); i++) {
            JsonNode pair = value.get(i);
            int least = shares.isEmpty() ? 1 : shares.lastKey() + 1;
            boolean fits = isPair(pair)
                    && isWhole(pair.get(0), least, MeasuredModel.MOST_SAMPLES)
                    && pair.get(1).isNumber()
                    && pair.get(1).doubleValue() >= before
                    && pair.get(1).doubleValue() <= 1;
            if (!fits) {
                throw new Unfit(
                        "[" + i + "]",
                        "is not [samples, share] with more samples than before, at most 10,000, and a share of at most 1"
                                + " that does not fall",
                        "Send [5, 0.2962] where 5 samples cover a share of 0.2962");
            }
            before = pair.get(1).doubleValue();
            shares.put(pair.get(0).intValue(), before);
        }
        return stated(new Stated(shares), "stated coverage", shares.lastKey());
    }

    /** What an evaluation says. */
    static PlanSource of(Measurement.Counted counted) {
        List<FixedN> counts = counted.counts().stream()
                .map(one -> new FixedN(new InstanceId(one.instance()), one.samples(), one.resolved()))
                .toList();
        return fitted(
                counts,
                counted.counts().stream().map(Measurement.Tally::instance).collect(Collectors.toSet()),
                counted.dollarsPerSample().map(BigDecimal::doubleValue),
                true,
                counted.unjudged() == 0 ? "" : counted.unjudged() + " instances have no sample and are left out");
    }

    private static PlanSource fitted(
            List<FixedN> counts,
            Set<String> instances,
            Optional<Double> dollarsPerSample,
            boolean isEvaluation,
            String note) {
        try {
            FixedCounts fixed = new FixedCounts(counts);
            SuccessDistribution success = BetaBinomial.fit(fixed);
            int most = counts.stream().mapToInt(FixedN::samples).max().orElse(1);
            String words = "%s, fitted to %,d %s"
                    .formatted(words(success), fixed.size(), fixed.size() == 1 ? "instance" : "instances");
            return new PlanSource(
                    success,
                    words,
                    most,
                    instances,
                    fixed.size(),
                    Optional.of(fixed),
                    dollarsPerSample,
                    isEvaluation,
                    note);
        } catch (IllegalArgumentException e) {
            throw new Unfit(
                    "", "cannot be fitted: " + e.getMessage(), "Send counts of 2 samples or more of some instance");
        }
    }

    private static PlanSource stated(SuccessDistribution success, String words, int drawn) {
        return new PlanSource(success, words, drawn, Set.of(), 0, Optional.empty(), Optional.empty(), false, "");
    }

    private static String words(SuccessDistribution success) {
        return switch (success) {
            case Beta beta -> String.format(Locale.ROOT, "Beta(%.4g, %.4g)", beta.a(), beta.b());
            case Same same -> String.format(Locale.ROOT, "every instance alike, %.4g", same.probability());
            case AllOrNothing all -> String.format(Locale.ROOT, "always or never, %.4g always", all.share());
            case Stated table -> "stated coverage";
        };
    }

    private static void checkArray(JsonNode value, int most, String of, String example) {
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            throw new Unfit("", "is not an array of 1 to %,d %s".formatted(most, of), "Send " + example);
        }
    }

    private static boolean isPair(JsonNode value) {
        return value.isArray() && value.size() == 2;
    }

    private static boolean isWhole(JsonNode number, int least, int most) {
        return number.isIntegralNumber()
                && number.canConvertToInt()
                && number.intValue() >= least
                && number.intValue() <= most;
    }
}
