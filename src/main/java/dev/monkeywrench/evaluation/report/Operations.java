package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.Scorecard;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the models computed for an evaluation, in floating-point operations.
 *
 * @param perCovered empty where it is unknown, or nothing was covered; so is {@code perResolved}
 * @param basis the formula, or what is missing for it
 */
public record Operations(OptionalDouble perCovered, OptionalDouble perResolved, String basis) {

    private static final int MOST_NAMED = 5;
    private static final String FORMULA =
            "2 (N + 2 L d context) operations for each token computed; prompt tokens that the"
                    + " server took from its cache are not counted again";

    private static final String NO_MODEL = "no model was called";

    /** Whether any sample says which model was called for it. */
    static boolean known(List<EvaluatedInstance> instances) {
        return instances.stream().anyMatch(EvaluatedInstance::calledModels);
    }

    static Operations of(Scorecard card, List<EvaluatedInstance> instances) {
        return new Operations(card.flopsPerCovered(), card.flopsPerResolved(), basis(card, instances));
    }

    private static String basis(Scorecard card, List<EvaluatedInstance> instances) {
        if (card.flops().isPresent()) {
            return FORMULA;
        }
        if (!known(instances)) {
            boolean recorded = instances.stream()
                    .flatMap(one -> one.samples().stream())
                    .allMatch(sample -> sample.judging().isPresent());
            return recorded ? NO_MODEL : "unknown: no call of a model is recorded";
        }
        SortedSet<String> shapeless = new TreeSet<>();
        int uncounted = 0;
        for (EvaluatedInstance one : instances) {
            for (EvaluatedSample sample : one.samples()) {
                boolean counted = sample.use().map(ModelUse::isCounted).orElse(true);
                uncounted += counted ? 0 : 1;
                sample.use()
                        .filter(use -> use.isCounted() && use.flops().isEmpty())
                        .ifPresent(use -> shapeless.add(use.model()));
            }
        }
        String shapes = shapeless.isEmpty()
                ? ""
                : "state the shape of " + named(shapeless) + " with --shape NAME=PARAMETERS,LAYERS,WIDTH";
        String tokens = uncounted == 0 ? "" : uncounted + " samples have calls whose tokens no server counted";
        return "unknown: " + shapes + (shapes.isEmpty() || tokens.isEmpty() ? "" : "; ") + tokens;
    }

    /** What stands where there is no figure, by how many instances the operations would be shared. */
    String otherwise(int instances, String none) {
        if (basis.equals(NO_MODEL)) {
            return "no model";
        }
        return basis.startsWith("unknown") || instances > 0 ? "unknown" : none;
    }

    private static String named(SortedSet<String> models) {
        String first = String.join(", ", models.stream().limit(MOST_NAMED).toList());
        return models.size() > MOST_NAMED ? first + " and " + (models.size() - MOST_NAMED) + " more" : first;
    }
}
