package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.instance.InstanceId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints an evaluation as it goes on and its total. Thread-safe: instances end on several threads. */
final class EvaluationReport {

    private static final String LINE = "%-40s  %-12s  %9s  %9s  %s";

    private final Terminal terminal;
    private final boolean json;
    private final Suite suite;
    private final int samples;
    private final long began = System.nanoTime();
    private final Map<InstanceId, Outcome> outcomes = new LinkedHashMap<>();
    private Optional<EvaluationStatus> end = Optional.empty();
    private int cut;

    EvaluationReport(Terminal terminal, boolean json, Suite suite, int samples) {
        this.terminal = terminal;
        this.json = json;
        this.suite = suite;
        this.samples = samples;
    }

    void launch(URI server) {
        if (!json) {
            terminal.result(String.format(Locale.ROOT, LINE, "INSTANCE", "OUTCOME", "SAMPLES", "SECONDS", "COST"));
            return;
        }
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "launched").put("command", "evaluate").put("suite", suite.name());
        line.put("instances", suite.rows().size())
                .put("malformed", suite.problems().size());
        line.put("samples", samples).put("server", server.toString());
        terminal.result(line.toString());
    }

    synchronized void add(Outcome outcome) {
        outcomes.put(outcome.id(), outcome);
        String count = "[" + outcomes.size() + "/" + suite.rows().size() + "] ";
        outcome.fault().ifPresent(why -> terminal.note(outcome.id() + ": " + why));
        if (json) {
            terminal.note(count + outcome.id() + " " + outcome.word());
            return;
        }
        String first = outcome.samplesToFirstPass().isPresent()
                ? Integer.toString(outcome.samplesToFirstPass().getAsInt())
                : ">" + outcome.samples();
        terminal.result(String.format(
                Locale.ROOT,
                LINE,
                outcome.id(),
                outcome.word(),
                first,
                String.format(Locale.ROOT, "%.1f", outcome.seconds()),
                outcome.ledger().isEmpty() ? "-" : Cost.brief(outcome.ledger())));
    }

    /**
     * Tells its end.
     *
     * @param cutShort instances whose run the budget ended
     */
    synchronized void ended(EvaluationStatus status, int cutShort) {
        end = Optional.of(status);
        cut = cutShort;
    }

    /** Whether a larger budget would take something up. */
    synchronized boolean leavesSomethingUndone() {
        return cut > 0 || end.filter(EvaluationStatus::endedByBudget).isPresent();
    }

    synchronized double share() {
        return suite.rows().isEmpty() ? 0 : (double) resolved() / suite.rows().size();
    }

    private long resolved() {
        return outcomes.values().stream().filter(Outcome::resolved).count();
    }

    private long unjudged() {
        return outcomes.values().stream()
                .filter(outcome -> outcome.fault().isPresent())
                .count();
    }

    synchronized void total() {
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        long drawn = outcomes.values().stream().mapToLong(Outcome::samples).sum();
        if (!json) {
            terminal.result("");
            terminal.result(String.format(
                    Locale.ROOT,
                    "resolved %d of %d (%.1f %%), %d not judged, %d samples, %.1f s, sandbox %.1f s, %s",
                    resolved(),
                    suite.rows().size(),
                    share() * 100,
                    unjudged(),
                    drawn,
                    seconds,
                    sum("sandboxWallSeconds"),
                    dollars()));
            end.ifPresent(this::tellOf);
            return;
        }
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "done")
                .put("resolved", resolved())
                .put("instances", suite.rows().size());
        line.put("notJudged", unjudged())
                .put("share", share())
                .put("samples", drawn)
                .put("seconds", seconds);
        end.ifPresent(status -> line.put("evaluation", status.id())
                .put("endReason", status.endReason())
                .set("estimate", status.estimate()));
        ArrayNode all = line.putArray("outcomes");
        outcomes.values().forEach(outcome -> all.add(outcome.json()));
        terminal.result(line.toString());
    }

    private void tellOf(EvaluationStatus status) {
        if (leavesSomethingUndone()) {
            terminal.result(status.leftByBudget(cut));
        }
        if (status.estimate().isObject()) {
            terminal.note(Ranges.compared(status));
        }
    }

    private double sum(String field) {
        return outcomes.values().stream()
                .mapToDouble(
                        outcome -> outcome.ledger().path("total").path(field).asDouble(0))
                .sum();
    }

    /** Of the evaluation: attempts that were tried again are in it. */
    private String dollars() {
        return end.map(status -> Cost.dollars(status.cost()))
                .filter(known -> !known.equals(Cost.UNKNOWN))
                .orElse("dollars unknown");
    }
}
