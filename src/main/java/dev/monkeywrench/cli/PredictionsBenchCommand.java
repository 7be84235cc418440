package dev.monkeywrench.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "predictions",
        description = "A predictions file with duplicates, beside one 'docker run --rm' for each line.")
final class PredictionsBenchCommand implements Callable<Integer> {

    @Option(names = "--lines", description = "Lines of the file (500).")
    private int lines = 500;

    @Option(names = "--instances", description = "Instances that they are for (20).")
    private int instances = 20;

    @Option(names = "--distinct", description = "Distinct patches of each instance (10).")
    private int distinct = 10;

    @Option(names = "--reference", paramLabel = "N", description = "Lines of the reference loop (all).")
    private int reference = Integer.MAX_VALUE;

    @Option(names = "--json", description = "Print one object.")
    private boolean json;

    private final Session session;

    PredictionsBenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        if (reference < 1) {
            throw new UsageFault("--reference begins at 1");
        }
        try (ChildService service = session.ownService();
                ServiceClient client = new ServiceClient(service.address())) {
            session.terminal().note("measuring " + lines + " predictions of " + instances + " instances");
            PredictionsBench.Figure figure =
                    new PredictionsBench(client, session.home(), lines, instances, distinct).measure(reference);
            session.terminal().result(json ? asJson(figure) : sentence(figure));
        }
        return Exit.FINE;
    }

    private static String asJson(PredictionsBench.Figure figure) {
        ObjectNode all = Session.JSON.createObjectNode();
        all.put("lines", figure.lines()).put("instances", figure.instances());
        all.put("distinct", figure.distinct()).put("verified", figure.verified());
        all.put("linesPerMinute", 60 * figure.lines() / figure.seconds());
        all.put("referenceLinesPerMinute", 60 / figure.reference()).put("referenceLines", figure.referenceLines());
        return all.put("ratio", figure.ratio()).toString();
    }

    private static String sentence(PredictionsBench.Figure figure) {
        return String.format(
                Locale.ROOT,
                "%d lines, %d distinct patches, %d verified; %.0f lines a minute, with a 'docker run' each %.0f"
                        + " (measured with %d): %.1f times",
                figure.lines(),
                figure.distinct(),
                figure.verified(),
                60 * figure.lines() / figure.seconds(),
                60 / figure.reference(),
                figure.referenceLines(),
                figure.ratio());
    }
}
