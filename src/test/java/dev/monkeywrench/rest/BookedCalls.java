package dev.monkeywrench.rest;

import org.springframework.jdbc.core.JdbcTemplate;

/** Books calls of models with runs, as if they had been made. */
final class BookedCalls {

    private BookedCalls() {}

    /** With the run of an instance of an evaluation. */
    static void book(RunningService service, EvaluationClient client, String evaluation, int ordinal, String usage) {
        String run = client.members(evaluation, "").get(ordinal).get("runId").stringValue();
        service.bean(JdbcTemplate.class)
                .update(
                        "INSERT INTO entries (run_id, step, ordinal, label, charge, at)"
                                + " VALUES (?, 'draw-0', 900, 'draw-0', ?, CURRENT_TIMESTAMP)",
                        run,
                        "{\"kind\":\"model\",\"model\":\"ollama/mine\",\"usage\":" + usage
                                + ",\"elapsed\":\"PT9S\",\"computed\":\"PT0S\"}");
    }
}
