package dev.monkeywrench.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./mw bench evaluation}. */
@Command(
        name = "evaluation",
        description = "What the service itself costs an evaluation: samples and verdicts are made up and take no time.")
final class BenchEvaluationCommand implements Callable<Integer> {

    @Option(names = "--instances", paramLabel = "N", description = "Instances of the suite (1000).")
    private int instances = 1000;

    @Option(names = "--samples", paramLabel = "N", description = "Samples of each instance (100).")
    private int samples = 100;

    @Option(names = "--kills", paramLabel = "N", description = "How often the service is killed on the way (10).")
    private int kills = 10;

    @Option(names = "--json", description = "Print one object.")
    private boolean json;

    private final Session session;

    BenchEvaluationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        if (instances < 20 || samples < 1 || kills < 0 || kills > instances / 2) {
            throw new UsageFault("--instances begins at 20, --samples at 1, and --kills is at most half the instances");
        }
        EvaluationBench bench = new EvaluationBench(session.home(), session.terminal()::note, instances, samples);
        EvaluationBench.Figures figures = bench.measure(kills);
        (json ? List.of(asJson(figures)) : lines(figures)).forEach(session.terminal()::result);
        return figures.faults().isEmpty() ? Exit.FINE : Exit.ERROR;
    }

    private static String asJson(EvaluationBench.Figures figures) {
        ObjectNode all = Session.JSON.createObjectNode();
        all.put("samplesPerSecond", figures.pace().perSecond());
        all.put("serviceMiB", figures.pace().serviceMiB());
        all.put("costGrowth", figures.pace().growth());
        all.put("kills", figures.kills());
        all.put("accountingExact", figures.faults().isEmpty());
        return all.toString();
    }

    private List<String> lines(EvaluationBench.Figures figures) {
        String exact = figures.faults().isEmpty()
                ? "its accounts are exact: every sample once, every verdict once, every charge once"
                : "ITS ACCOUNTS ARE WRONG: " + String.join("; ", figures.faults());
        return List.of(
                String.format(Locale.ROOT, "%d instances of %d samples each", instances, samples),
                String.format(
                        Locale.ROOT,
                        "%.0f samples a second, journaled",
                        figures.pace().perSecond()),
                String.format(
                        Locale.ROOT,
                        "the service held %.0f MiB at most",
                        figures.pace().serviceMiB()),
                String.format(
                        Locale.ROOT,
                        "a sample at the end took %.2f times what one at the beginning did",
                        figures.pace().growth()),
                String.format(
                        Locale.ROOT, "a second evaluation was killed %d times on its way; %s", figures.kills(), exact));
    }
}
