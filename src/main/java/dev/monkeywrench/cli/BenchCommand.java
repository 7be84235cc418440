package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ratios of speed, each side measured in the same run of the command. */
@Command(name = "bench", description = "Measures speed against a reference, side by side.")
final class BenchCommand {

    /** {@code ./mw bench verification}. */
    @Command(
            name = "verification",
            description = "The price of a verdict, beside one 'docker run --rm' for each candidate.")
    static final class OfVerification implements Callable<Integer> {

        @Option(names = "--candidates", paramLabel = "N", description = "Candidates of the smallest case (1000).")
        private int candidates = 1000;

        @Option(names = "--growth", paramLabel = "N", description = "Candidates of the run that is watched (2000).")
        private int growth = 2000;

        @Option(names = "--only", paramLabel = "CASE", description = "This case, or 'growth'; may be repeated (all).")
        private List<String> only = List.of();

        @Option(names = "--json", description = "Print one object.")
        private boolean json;

        private final Session session;

        OfVerification(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws Exception {
            if (candidates < 2 || growth < 40) {
                throw new UsageFault("--candidates begins at 2, --growth at 40");
            }
            List<BenchFigure> figures = new ArrayList<>();
            try (ChildService service = session.ownService();
                    ServiceClient client = new ServiceClient(service.address())) {
                VerificationBench bench = new VerificationBench(client, session.home());
                for (BenchCase each : chosen()) {
                    session.terminal().note("measuring " + each.title());
                    figures.add(bench.measure(each, candidates));
                }
                Optional<BenchGrowth> watched = Optional.empty();
                if (only.isEmpty() || only.contains("growth")) {
                    session.terminal().note("measuring growth over " + growth + " candidates");
                    watched = Optional.of(bench.growth(service.pid(), growth));
                }
                (json ? List.of(asJson(figures, watched)) : table(figures, watched))
                        .forEach(session.terminal()::result);
            }
            return Exit.FINE;
        }

        private List<BenchCase> chosen() {
            return Stream.of(BenchCase.values())
                    .filter(each -> only.isEmpty() || only.contains(each.title()))
                    .toList();
        }

        private static String asJson(List<BenchFigure> figures, Optional<BenchGrowth> watched) {
            ObjectNode all = Session.JSON.createObjectNode();
            ArrayNode cases = all.putArray("cases");
            for (BenchFigure figure : figures) {
                ObjectNode one = cases.addObject().put("name", figure.measured().title());
                one.put("ratio", figure.ratio());
                figure.overhead().ifPresent(share -> one.put("overhead", share));
            }
            watched.ifPresent(growth -> all.put("costGrowth", growth.cost()).put("serviceMiB", growth.serviceMiB()));
            return all.toString();
        }

        private static List<String> table(List<BenchFigure> figures, Optional<BenchGrowth> watched) {
            Table table =
                    new Table().row("CASE", "CANDIDATES A MINUTE", "DOCKER RUN EACH", "RATIO", "OVER THE TESTS' TIME");
            for (BenchFigure figure : figures) {
                table.row(
                        figure.measured().title(),
                        shown("%.0f", 60 / figure.ours()),
                        shown("%.0f", 60 / figure.reference()),
                        shown("%.1f", figure.ratio()),
                        figure.overhead().isPresent()
                                ? shown("%.1f %%", 100 * figure.overhead().getAsDouble())
                                : "");
            }
            List<String> lines = new ArrayList<>(table.lines());
            watched.ifPresent(growth -> {
                lines.add("");
                lines.add("the last of " + growth.candidates() + " candidates cost " + shown("%.2f", growth.cost())
                        + " times what the first did");
                lines.add("the service held " + shown("%.0f", growth.serviceMiB()) + " MiB at most");
            });
            return lines;
        }

        private static String shown(String form, double number) {
            return String.format(Locale.ROOT, form, number);
        }
    }
}
