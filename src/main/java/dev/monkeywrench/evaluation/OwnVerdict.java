package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.VerdictKind;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our verdict, which stands beside the official answer and may be stricter.
 *
 * @param sample its index among the candidates of the run
 * @param run that judged it
 * @param reason in words, as the service tells it; may be empty
 * @param evidence what was undone or noticed
 */
public record OwnVerdict(String run, int sample, VerdictKind verdict, String reason, List<String> evidence) {

    public OwnVerdict {
        evidence = List.copyOf(evidence);
    }

    /** As it stands beside the official files. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", verdict.name()).put("resolved", verdict == VerdictKind.PASSED);
        json.put("reason", reason).put("run", run).put("sample", sample);
        evidence.forEach(json.putArray("evidence")::add);
        return json;
    }
}
