package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.instance.InstanceId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The summary of a run, {@code schema_version} 2: which instance ended how. Whatever could not be judged stays in. */
public final class RunSummary {

    private final Set<String> submitted = new TreeSet<>();
    private final Set<String> completed = new TreeSet<>();
    private final Set<String> resolved = new TreeSet<>();
    private final Set<String> unresolved = new TreeSet<>();
    private final Set<String> empty = new TreeSet<>();
    private final Set<String> errors = new TreeSet<>();
    private final Set<String> pending = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    private final Set<String> infra = new TreeSet<>();
    private final Set<String> ambiguous = new TreeSet<>();
    private final Map<String, String> reasons = new TreeMap<>();

    /** An instance has one outcome. */
    public void add(OfficialOutcome outcome) {
        String id = outcome.prediction().instance().value();
        if (!submitted.add(id)) {
            throw new IllegalArgumentException("A model makes one prediction for " + id + ", not two");
        }
        switch (outcome.ending()) {
            case OfficialEnding.Graded graded -> complete(id, graded.tests().resolved(), outcome);
            case OfficialEnding.Ungraded ungraded -> complete(id, false, outcome);
            case OfficialEnding.NotApplied refused -> error(id, outcome);
            case OfficialEnding.TimedOut late -> error(id, outcome);
            case OfficialEnding.Broken fault -> {
                broken.add(id);
                error(id, outcome);
            }
            case OfficialEnding.EmptyPatch nothing -> empty.add(id);
            case OfficialEnding.Pending waiting -> pending.add(id);
        }
    }

    private void complete(String id, boolean solved, OfficialOutcome outcome) {
        completed.add(id);
        (solved ? resolved : unresolved).add(id);
        if (!solved) {
            classify(id, outcome);
        }
    }

    private void error(String id, OfficialOutcome outcome) {
        errors.add(id);
        classify(id, outcome);
    }

    private void classify(String id, OfficialOutcome outcome) {
        Optional<InfraSign> sign = InstanceLog.sign(outcome);
        sign.ifPresent(found -> reasons.put(id, found.word()));
        sign.ifPresent(found -> (found.isCertain() ? infra : ambiguous).add(id));
    }

    /** As {@code <model>.<run_id>.json} holds it; what has not ended yet counts as not submitted. */
    ObjectNode json(Collection<InstanceId> suite) {
        Set<String> told = new TreeSet<>(submitted);
        told.removeAll(pending);
        return json(suite, told);
    }

    /** As sb-cli's service tells it: what has not ended yet counts as submitted and is listed. */
    public ObjectNode jsonWithPending(Collection<InstanceId> suite) {
        ObjectNode json = json(suite, submitted);
        json.put("pending_instances", pending.size()).put("failed_instances", broken.size());
        put(json, "pending_ids", pending);
        put(json, "failed_ids", broken);
        return json;
    }

    private ObjectNode json(Collection<InstanceId> suite, Set<String> told) {
        Set<String> incomplete = new TreeSet<>();
        suite.forEach(id -> incomplete.add(id.value()));
        incomplete.removeAll(told);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total_instances", suite.size());
        json.put("submitted_instances", told.size());
        json.put("completed_instances", completed.size());
        json.put("resolved_instances", resolved.size());
        json.put("unresolved_instances", unresolved.size());
        json.put("infra_failure_instances", infra.size());
        json.put("ambiguous_failure_instances", ambiguous.size());
        json.put("empty_patch_instances", empty.size());
        json.put("error_instances", errors.size());
        put(json, "completed_ids", completed);
        put(json, "incomplete_ids", incomplete);
        put(json, "empty_patch_ids", empty);
        put(json, "submitted_ids", told);
        put(json, "resolved_ids", resolved);
        put(json, "unresolved_ids", unresolved);
        put(json, "infra_failure_ids", infra);
        put(json, "ambiguous_failure_ids", ambiguous);
        ObjectNode why = json.putObject("failure_reasons");
        reasons.forEach(why::put);
        put(json, "error_ids", errors);
        return json.put("schema_version", 2);
    }

    private static void put(ObjectNode json, String name, Set<String> ids) {
        ids.forEach(json.putArray(name)::add);
    }
}
