package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a check finds as it comes, and what an evaluation will take. Thread-safe. */
final class SuiteCheckReport {

    private static final String LINE = "%-40s  %-19s  %5s  %5s  %5s  %9s  %9s";
    private static final int MOST_TOLD = 10;
    private static final int MOST_LINE = 300;
    private static final double MEGA = 1 << 20;

    private final Terminal terminal;
    private final boolean json;
    private final Suite suite;
    private final CheckBasis basis;
    private final List<CheckedInstance> checked = new ArrayList<>();
    private final List<OptionalLong> disk = new ArrayList<>();

    SuiteCheckReport(Terminal terminal, boolean json, Suite suite, CheckBasis basis) {
        this.terminal = terminal;
        this.json = json;
        this.suite = suite;
        this.basis = basis;
    }

    void launch(URI server) {
        if (!json) {
            terminal.result(String.format(
                    Locale.ROOT, LINE, "INSTANCE", "STANDING", "F2P", "P2P", "FLAKY", "PREPARE s", "VERDICT s"));
            return;
        }
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "launched").put("command", "suite check").put("suite", suite.name());
        line.put("instances", suite.rows().size())
                .put("malformed", suite.problems().size());
        terminal.result(line.put("server", server.toString()).toString());
    }

    /**
     * One more.
     *
     * @param growth of the disk since the check began, in bytes
     */
    synchronized void add(CheckedInstance instance, OptionalLong growth) {
        checked.add(instance);
        disk.add(growth);
        if (json) {
            terminal.note("[" + checked.size() + "/" + suite.rows().size() + "] " + instance.id() + " "
                    + instance.standing().words());
            return;
        }
        terminal.result(String.format(
                        Locale.ROOT,
                        LINE,
                        instance.id(),
                        instance.standing().words(),
                        instance.failToPass(),
                        instance.passToPass(),
                        instance.flaky().size(),
                        seconds(instance.preparation()),
                        seconds(instance.candidate()))
                .stripTrailing());
        details(instance).forEach(line -> terminal.result("    " + Inert.line(line, MOST_LINE)));
    }

    private static List<String> details(CheckedInstance instance) {
        List<String> lines = new ArrayList<>();
        if (!instance.reason().isEmpty()) {
            lines.add(instance.reason());
        }
        lines.addAll(first(instance.contradictions()));
        lines.addAll(first(instance.flaky().entrySet().stream()
                .map(test -> test.getKey() + " is flaky: " + test.getValue())
                .sorted()
                .toList()));
        return lines;
    }

    private static List<String> first(List<String> all) {
        List<String> some = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_TOLD)));
        if (all.size() > MOST_TOLD) {
            some.add("and " + (all.size() - MOST_TOLD) + " more; --json tells all");
        }
        return some;
    }

    synchronized boolean sound() {
        return checked.stream().allMatch(instance -> instance.standing().usable());
    }

    synchronized void total(OptionalLong growth) {
        if (json) {
            terminal.result(json(growth).toString());
            return;
        }
        long usable = checked.stream().filter(each -> each.standing().usable()).count();
        terminal.result("");
        terminal.result("usable " + usable + " of " + checked.size() + ": " + standings());
        terminal.result(String.format(
                Locale.ROOT,
                "time: preparing takes %s once, and judging a candidate of each %s; %d distinct candidates of each, about"
                        + " %s of one sandbox",
                span(preparation()),
                span(candidate()),
                basis.samples(),
                span(preparation() + candidate() * basis.samples())));
        terminal.result("      measured by this check, " + basis.parallel() + " at a time; drawing is not in it"
                + (cached() == 0
                        ? ""
                        : "; " + cached() + " baselines were kept from earlier runs, whose preparation is"
                                + " not in it either (--fresh-verdicts)"));
        terminal.result(
                growth.isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "disk: mirrors, templates and pulled images grew by %.1f MB; what was there before is not"
                                        + " in it",
                                growth.getAsLong() / MEGA)
                        : "disk: unknown, since the service's home directory is not ours to read");
    }

    private ObjectNode json(OptionalLong growth) {
        ObjectNode line = Session.JSON.createObjectNode();
        line.put("event", "done").put("instances", checked.size());
        line.put(
                "usable",
                checked.stream().filter(each -> each.standing().usable()).count());
        ObjectNode standings = line.putObject("standings");
        standings().forEach(standings::put);
        ObjectNode estimate = line.putObject("estimate");
        estimate.put("samples", basis.samples()).put("parallel", basis.parallel());
        estimate.put("preparationSeconds", rounded(preparation())).put("candidateSeconds", rounded(candidate()));
        estimate.put("sandboxSeconds", rounded(preparation() + candidate() * basis.samples()));
        estimate.put("cachedBaselines", cached());
        put(estimate, "diskBytes", growth);
        var all = line.putArray("checked");
        long before = 0;
        for (int index = 0; index < checked.size(); index++) {
            ObjectNode instance = checked.get(index).json();
            OptionalLong after = disk.get(index);
            put(instance, "diskBytes", basis.parallel() > 1 ? OptionalLong.empty() : less(after, before));
            before = after.orElse(0);
            all.add(instance);
        }
        return line;
    }

    /** With several at a time nobody can say whose growth it is. */
    private static OptionalLong less(OptionalLong after, long before) {
        return after.isPresent() ? OptionalLong.of(Math.max(0, after.getAsLong() - before)) : after;
    }

    private static void put(ObjectNode json, String field, OptionalLong value) {
        value.ifPresentOrElse(known -> json.put(field, known), () -> json.putNull(field));
    }

    private Map<String, Long> standings() {
        return checked.stream()
                .map(each -> each.standing().words())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private double preparation() {
        return checked.stream()
                .mapToDouble(each -> each.preparation().orElse(0))
                .sum();
    }

    private double candidate() {
        return checked.stream().mapToDouble(each -> each.candidate().orElse(0)).sum();
    }

    private long cached() {
        return checked.stream().filter(CheckedInstance::cached).count();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }

    private static String seconds(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "-";
    }

    private static String span(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
