package dev.monkeywrench.evaluation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which model and how many samples cover most for a budget: compute-optimal inference (Snell et al., 2024, arXiv 2408.03314;
 * Brown et al., 2024, arXiv 2407.21787, section 2.2, where five samples of a cheap model beat one of a dear model).
 *
 * @param instances of the suite planned for
 */
public record Planner(List<MeasuredModel> models, int instances, Spending spending) {

    /** Three times 0.1 is a little more than 0.3 in binary numbers, and 0.3 buys it all the same. */
    private static final double ROUNDING = 1 + 1e-9;

    /** What an instance costs. */
    public enum Spending {
        /** All samples are drawn: {@code k} times the price. */
        EVERY_SAMPLE,
        /** Drawing ends when an oracle finds a resolved one: the price times {@code sum over j < k of 1 - coverage(j)}. */
        UNTIL_RESOLVED
    }

    public Planner {
        models = List.copyOf(models);
        if (models.isEmpty() || instances < 1) {
            throw new IllegalArgumentException("A plan needs at least one model and one instance");
        }
    }

    /** The allocation that covers most within a budget in dollars, the cheapest of equals; empty when none is within it that covers anything. */
    public Optional<Allocation> best(double budget) {
        return models.stream()
                .flatMap(model -> affordable(model, budget).stream())
                .filter(allocation -> allocation.coverage() > 0)
                .max(Comparator.comparingDouble(Allocation::coverage)
                        .thenComparing(
                                Comparator.comparingDouble(Allocation::dollars).reversed()));
    }

    /** The allocations that no other beats: each covers more than every cheaper one, the cheapest first. */
    public List<Allocation> frontier(int mostSamples) {
        List<Allocation> all = new ArrayList<>();
        models.forEach(model -> all.addAll(curve(model, mostSamples)));
        all.sort(Comparator.comparingDouble(Allocation::dollars)
                .thenComparing(Comparator.comparingDouble(Allocation::coverage).reversed()));
        List<Allocation> frontier = new ArrayList<>();
        for (Allocation next : all) {
            double before = frontier.isEmpty() ? 0 : frontier.getLast().coverage();
            if (next.coverage() > before) {
                frontier.add(next);
            }
        }
        return frontier;
    }

    /** What more and more samples of one model cover and cost, at about 60 numbers of samples spaced evenly on a log axis. */
    public List<Allocation> curve(MeasuredModel model, int mostSamples) {
        NavigableSet<Integer> grid =
                new TreeSet<>(SampleGrid.logSpaced(Math.min(mostSamples, MeasuredModel.MOST_SAMPLES), 60));
        int most = grid.last();
        if (model.success() instanceof SuccessDistribution.Stated table) {
            grid.addAll(table.shares().headMap(most, true).keySet());
        }
        double[] dollars = dollars(model, most);
        return grid.stream()
                .map(k -> new Allocation(model, k, model.success().coverage(k), dollars[k]))
                .toList();
    }

    /** So many samples of each instance by one model. */
    public Allocation allocation(MeasuredModel model, int samples) {
        return new Allocation(model, samples, model.success().coverage(samples), dollars(model, samples)[samples]);
    }

    private Optional<Allocation> affordable(MeasuredModel model, double budget) {
        double[] dollars = dollars(model, MeasuredModel.MOST_SAMPLES);
        int samples = 0;
        while (samples < MeasuredModel.MOST_SAMPLES && dollars[samples + 1] <= budget * ROUNDING) {
            samples++;
        }
        if (samples == 0) {
            return Optional.empty();
        }
        // samples that cover nothing more are not bought
        int useful =
                Math.max(1, model.samplesFor(model.success().coverage(samples)).orElse(samples));
        return Optional.of(new Allocation(model, useful, model.success().coverage(useful), dollars[useful]));
    }

    /** What 0, 1, 2 … samples of each instance cost. */
    private double[] dollars(MeasuredModel model, int most) {
        double[] dollars = new double[most + 1];
        for (int k = 1; k <= most; k++) {
            double drawn = switch (spending) {
                case EVERY_SAMPLE -> 1;
                case UNTIL_RESOLVED -> 1 - model.success().coverage(k - 1);
            };
            dollars[k] = dollars[k - 1] + instances * model.dollarsPerSample() * drawn;
        }
        return dollars;
    }
}
