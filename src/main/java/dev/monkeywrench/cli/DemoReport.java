package dev.monkeywrench.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demo shows when the run has ended. */
record DemoReport(Terminal terminal, RunView run) {

    void json(double seconds) {
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("resolved", run.resolved());
        line.put("samples", run.count("samples"));
        line.put("distinct", run.count("distinct"));
        line.put("passed", run.count("passed"));
        line.put("seconds", Math.round(seconds * 1000) / 1000.0);
        line.put("sandbox", run.sandbox());
        line.set("cost", run.ledger());
        run.problem().ifPresent(problem -> line.put("problem", problem));
        terminal.result(line.toString());
    }

    void human(ServiceClient client) throws InterruptedException {
        run.problem().ifPresent(problem -> terminal.note("the run failed: " + problem));
        terminal.result("");
        verdicts();
        for (JsonNode passing : run.passing()) {
            patch(client, passing);
        }
        terminal.result("");
        terminal.result(terminal.coloured(Terminal.Colour.BOLD, "Cost"));
        Cost.table(run.ledger()).forEach(terminal::result);
        terminal.result("");
        terminal.result(ending());
    }

    private void verdicts() {
        Table table = new Table().row("Verdict", "samples");
        table.row("passed", count("passed"));
        table.row("failed", count("failed"));
        optional(table, "did not apply", "notApplied");
        optional(table, "timed out", "timedOut");
        optional(table, "tampered", "tampered");
        optional(table, "inconclusive", "inconclusive");
        optional(table, "duplicate", "duplicate");
        optional(table, "malformed", "malformed");
        optional(table, "empty", "empty");
        table.row("drawn", count("samples"));
        table.lines().forEach(terminal::result);
    }

    private void optional(Table table, String words, String name) {
        if (run.count(name) > 0) {
            table.row(words, count(name));
        }
    }

    private String count(String name) {
        return Long.toString(run.count(name));
    }

    private void patch(ServiceClient client, JsonNode passing) throws InterruptedException {
        String digest = passing.path("digest").asString("");
        terminal.result("");
        terminal.result(terminal.coloured(
                Terminal.Colour.BOLD,
                "Patch " + Inert.line(digest, 12) + ", found as sample "
                        + (passing.path("firstSampleIndex").asInt() + 1)));
        terminal.result(ColouredDiff.of(client.text(passing.path("diff").asString()), terminal));
    }

    private String ending() {
        if (run.resolved()) {
            return terminal.coloured(Terminal.Colour.GREEN, "resolved")
                    + ": every test that had to turn green is green, " + "and the others stayed so";
        }
        return terminal.coloured(Terminal.Colour.RED, "not resolved") + ": " + run.state() + " " + run.stopReason();
    }
}
