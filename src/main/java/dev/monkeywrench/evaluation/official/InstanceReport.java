package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.TestsStatus;
import dev.monkeywrench.instance.InstanceId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code report.json} of one instance. */
final class InstanceReport {

    private InstanceReport() {}

    /** Empty where the harness writes none: nothing was run to its end. */
    static Optional<ObjectNode> of(InstanceId instance, OfficialEnding ending) {
        return switch (ending) {
            case OfficialEnding.Graded graded -> Optional.of(graded(instance, graded.tests()));
            case OfficialEnding.Ungraded ungraded ->
                Optional.of(ungraded(instance, InfraSign.in(ungraded.files().testOutput())));
            case OfficialEnding.NotApplied refused -> Optional.empty();
            case OfficialEnding.TimedOut late -> Optional.empty();
            case OfficialEnding.Broken broken -> Optional.empty();
            case OfficialEnding.EmptyPatch nothing -> Optional.empty();
            case OfficialEnding.Pending pending -> Optional.empty();
        };
    }

    private static ObjectNode graded(InstanceId instance, TestsStatus tests) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ObjectNode report = head(whole.putObject(instance.value()), true, tests.resolved(), false);
        ObjectNode statuses = report.putObject("tests_status");
        put(statuses, "FAIL_TO_PASS", tests.repaired(), tests.stillFailing());
        put(statuses, "PASS_TO_PASS", tests.kept(), tests.broken());
        put(statuses, "FAIL_TO_FAIL", List.of(), List.of());
        put(statuses, "PASS_TO_FAIL", List.of(), List.of());
        return whole;
    }

    private static ObjectNode ungraded(InstanceId instance, Optional<InfraSign> sign) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        boolean infra = sign.filter(InfraSign::isCertain).isPresent();
        ObjectNode report = head(whole.putObject(instance.value()), false, false, infra);
        sign.ifPresent(found -> report.put("infra_failure_reason", found.word()));
        return whole;
    }

    private static ObjectNode head(ObjectNode report, boolean applied, boolean resolved, boolean infra) {
        return report.put("patch_is_None", false)
                .put("patch_exists", true)
                .put("patch_successfully_applied", applied)
                .put("resolved", resolved)
                .put("infra_failure", infra);
    }

    private static void put(ObjectNode statuses, String name, List<String> success, List<String> failure) {
        ObjectNode lists = statuses.putObject(name);
        success.forEach(lists.putArray("success")::add);
        failure.forEach(lists.putArray("failure")::add);
    }
}
