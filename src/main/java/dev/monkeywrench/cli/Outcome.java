package dev.monkeywrench.cli;

import dev.monkeywrench.instance.InstanceId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one instance ended.
 *
 * @param fault why it could not be judged; such an instance stays in the denominator
 * @param nanoseconds of waiting, queue included
 */
record Outcome(
        InstanceId id,
        boolean resolved,
        long samples,
        OptionalInt samplesToFirstPass,
        JsonNode ledger,
        Optional<String> fault,
        long nanoseconds,
        OptionalLong mostSamples) {

    static Outcome of(InstanceId id, RunView run, long nanoseconds, OptionalLong mostSamples) {
        Optional<String> fault = run.state().equals("COMPLETED")
                ? Optional.empty()
                : Optional.of(run.problem().orElse(run.state()));
        return new Outcome(
                id,
                run.resolved(),
                run.count("samples"),
                run.samplesToFirstPass(),
                run.ledger(),
                fault,
                nanoseconds,
                mostSamples);
    }

    static Outcome broken(InstanceId id, String fault, long nanoseconds) {
        return new Outcome(
                id,
                false,
                0,
                OptionalInt.empty(),
                Session.JSON.createObjectNode(),
                Optional.of(fault),
                nanoseconds,
                OptionalLong.empty());
    }

    double seconds() {
        return Math.round(nanoseconds / 1e6) / 1e3;
    }

    String word() {
        if (fault.isPresent()) {
            return "not judged";
        }
        return resolved ? "resolved" : "not resolved";
    }

    ObjectNode json() {
        ObjectNode json = Session.JSON.createObjectNode();
        json.put("instance_id", id.value());
        json.put("resolved", resolved);
        json.put("samples", samples);
        samplesToFirstPass.ifPresentOrElse(
                first -> json.put("samplesToFirstPass", first), () -> json.putNull("samplesToFirstPass"));
        json.put("seconds", seconds());
        json.set("cost", ledger);
        fault.ifPresent(why -> json.put("fault", why));
        return json;
    }
}
