package dev.monkeywrench.cli;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation of made-up instances by made-up samples. */
record EvaluationRequestOfBench(int instances, int samples) {

    /** More than there are cores: what runs side by side is committed together. */
    static final int PARALLEL = 16;

    /** Its id. */
    String submitTo(ServiceClient client) throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        request.put("name", "bench").put("parallel", PARALLEL);
        ArrayNode rows = request.putObject("suite").putArray("instances");
        for (int i = 0; i < instances; i++) {
            row(rows.addObject(), i);
        }
        ObjectNode plan = request.putObject("plan");
        plan.put("samples", samples).put("stopAfter", 0).put("seed", 1);
        plan.putArray("samplers").addObject().put("sampler", "rehearsal");
        return client.post(ServiceClient.EVALUATIONS, request.toString())
                .path("id")
                .asString("");
    }

    private static void row(ObjectNode row, int number) {
        row.put("instance_id", String.format(Locale.ROOT, "bench__made-up-%05d", number));
        row.put("repository", "https://bench.invalid/made-up.git");
        row.put("base_commit", "0123456789012345678901234567890123456789");
        row.put("problem_statement", "The value is wrong.");
        row.put("test_command", "python3 -m pytest -rA");
        row.put("report", "parse_log_pytest");
        row.putObject("environment").put("recipe", "python");
        row.putArray("FAIL_TO_PASS").add("test_value.py::test_value");
        row.putArray("PASS_TO_PASS").add("test_value.py::test_other");
    }
}
