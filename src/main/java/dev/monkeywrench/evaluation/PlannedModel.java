package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.MeasuredModel;
import java.util.Optional;
import java.util.Set;

/**
 * A model of a request for a plan.
 *
 * @param from what is known of it, in words
 * @param drawn samples of an instance that it was measured with, at most; 0 where nobody said
 * @param instances that it was measured on, by name; empty where they have none
 * @param size how many they are; 0 where nobody said
 * @param counts that it was fitted to; empty where a distribution or a table was stated
 * @param beforehand dollars before the first request
 * @param note to keep in mind; may be empty
 */
record PlannedModel(
        MeasuredModel model,
        String from,
        int drawn,
        Set<String> instances,
        int size,
        Optional<FixedCounts> counts,
        double beforehand,
        String note) {

    PlannedModel {
        instances = Set.copyOf(instances);
    }
}
