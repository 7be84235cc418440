package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.ModelShapes;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.SampleCosts;
import dev.monkeywrench.run.SampleRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what the samples of a page cost. */
record CostViews(SampleCosts costs, ModelShapes shapes) {

    /** By sample index. */
    Map<Integer, SampleCostView> of(RunId run, List<SampleRecord> samples) {
        Map<Integer, SampleCostView> views = new HashMap<>();
        costs.of(run, samples).forEach((index, cost) -> views.put(index, SampleCostView.of(cost, shapes)));
        return views;
    }
}
