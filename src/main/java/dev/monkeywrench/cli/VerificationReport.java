package dev.monkeywrench.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints judgements as they come and their total. Thread-safe: instances end on several threads. */
final class VerificationReport {

    private static final String LINE = "%-40s  %-24s  %-12s  %8s  %s";
    private static final int MOST_REASON = 100;
    private static final int MOST_MODEL = 24;

    private final Terminal terminal;
    private final boolean json;
    private final long began = System.nanoTime();
    private final List<Judgement> judgements = new ArrayList<>();
    private Optional<EvaluationStatus> end = Optional.empty();
    private int cut;

    VerificationReport(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void launch(String suite, Path file, int instances, int predictions, int malformed, URI server) {
        if (!json) {
            terminal.result(String.format(Locale.ROOT, LINE, "INSTANCE", "MODEL", "VERDICT", "SECONDS", "REASON"));
            return;
        }
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "launched")
                .put("command", "verify")
                .put("suite", suite)
                .put("file", file.toString());
        line.put("instances", instances).put("predictions", predictions).put("malformed", malformed);
        line.put("server", server.toString());
        terminal.result(line.toString());
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

    synchronized void add(List<Judgement> some) {
        judgements.addAll(some);
        some.forEach(this::show);
    }

    private void show(Judgement judgement) {
        String id = judgement.prediction().instanceId().value();
        if (json) {
            terminal.note(id + " " + judgement.verdict());
            return;
        }
        terminal.result(String.format(
                        Locale.ROOT,
                        LINE,
                        id,
                        Inert.line(judgement.prediction().model(), MOST_MODEL),
                        judgement.verdict(),
                        String.format(Locale.ROOT, "%.1f", judgement.seconds()),
                        Inert.line(judgement.reason(), MOST_REASON))
                .stripTrailing());
    }

    synchronized double share() {
        return judgements.isEmpty() ? 0 : (double) passed() / judgements.size();
    }

    private long cached() {
        return judgements.stream().filter(Judgement::cached).count();
    }

    private long passed() {
        return judgements.stream().filter(Judgement::passed).count();
    }

    synchronized void total() {
        Map<String, Long> verdicts = judgements.stream()
                .collect(Collectors.groupingBy(Judgement::verdict, TreeMap::new, Collectors.counting()));
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        if (!json) {
            terminal.result("");
            terminal.result(String.format(
                    Locale.ROOT, "passed %d of %d in %.1f s: %s", passed(), judgements.size(), seconds, verdicts));
            long cached = cached();
            if (cached > 0) {
                terminal.note(cached + " of the verdicts are of earlier runs; --fresh-verdicts runs their tests again");
            }
            end.filter(status -> leavesSomethingUndone())
                    .ifPresent(status -> terminal.result(status.leftByBudget(cut)));
            end.filter(status -> status.estimate().isObject())
                    .ifPresent(status -> terminal.note(Ranges.compared(status)));
            return;
        }
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "done").put("passed", passed()).put("predictions", judgements.size());
        line.put("resolvedInstances", resolvedInstances()).put("seconds", seconds);
        end.ifPresent(status -> line.put("evaluation", status.id()).set("estimate", status.estimate()));
        ObjectNode counts = line.putObject("verdicts");
        verdicts.forEach(counts::put);
        ArrayNode all = line.putArray("judgements");
        judgements.forEach(judgement -> all.add(judgement.json()));
        terminal.result(line.toString());
    }

    private long resolvedInstances() {
        return judgements.stream()
                .filter(Judgement::passed)
                .map(judgement -> judgement.prediction().instanceId())
                .collect(Collectors.toMap(Function.identity(), id -> 1, Integer::sum))
                .size();
    }
}
