package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialEnding;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Multi-SWE-bench's {@code final_report.json}; its ids are those of pull requests, as in {@code org/repo:pr-7}. */
final class FinalReport {

    private final List<String> resolved = new ArrayList<>();
    private final List<String> unresolved = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    void add(String pullRequest, OfficialEnding ending) {
        switch (ending) {
            case OfficialEnding.Graded graded -> (graded.tests().resolved() ? resolved : unresolved).add(pullRequest);
            case OfficialEnding.Ungraded ungraded -> unresolved.add(pullRequest);
            case OfficialEnding.NotApplied refused -> errors.add(pullRequest);
            case OfficialEnding.TimedOut late -> errors.add(pullRequest);
            case OfficialEnding.Broken broken -> errors.add(pullRequest);
            case OfficialEnding.EmptyPatch nothing -> empty.add(pullRequest);
            case OfficialEnding.Pending waiting -> errors.add(pullRequest);
        }
    }

    /** In that harness what could not be judged is incomplete and an error at once. */
    ObjectNode json() {
        List<String> completed = new ArrayList<>(resolved);
        completed.addAll(unresolved);
        completed.addAll(empty);
        List<String> submitted = new ArrayList<>(completed);
        submitted.addAll(errors);
        List<String> failing = new ArrayList<>(unresolved);
        failing.addAll(empty);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total_instances", submitted.size());
        json.put("submitted_instances", submitted.size());
        json.put("completed_instances", completed.size());
        json.put("incomplete_instances", errors.size());
        json.put("resolved_instances", resolved.size());
        json.put("unresolved_instances", failing.size());
        json.put("empty_patch_instances", empty.size());
        json.put("error_instances", errors.size());
        put(json, "submitted_ids", submitted);
        put(json, "completed_ids", completed);
        put(json, "incomplete_ids", errors);
        put(json, "resolved_ids", resolved);
        put(json, "unresolved_ids", failing);
        put(json, "empty_patch_ids", empty);
        put(json, "error_ids", errors);
        return json;
    }

    private static void put(ObjectNode json, String name, List<String> ids) {
        ids.forEach(json.putArray(name)::add);
    }
}
