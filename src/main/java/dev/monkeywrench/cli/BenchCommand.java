package dev.monkeywrench.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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

        @Option(names = "--candidates", paramLabel = "N", description = "Candidates of each case (60).")
        private int candidates = 60;

        @Option(names = "--json", description = "Print one object.")
        private boolean json;

        private final Session session;

        OfVerification(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws Exception {
            if (candidates < 2) {
                throw new UsageFault("--candidates begins at 2");
            }
            List<BenchFigure> figures = new ArrayList<>();
            Path folder = session.home().resolve("starter");
            int parallel = Runtime.getRuntime().availableProcessors();
            try (Service service = session.service(Optional.<URI>empty(), false);
                    ServiceClient client = new ServiceClient(service.address());
                    RunWatch watch = new RunWatch(client)) {
                for (BenchCase each : BenchCase.values()) {
                    session.terminal().note("measuring " + each.title());
                    try (BenchProject project = BenchProject.make(each, folder, each.candidates(candidates))) {
                        double reference = new ReferenceLoop(project, parallel).secondsEach();
                        figures.add(new BenchFigure(each, parallel, reference, project.secondsEach(watch)));
                    }
                }
            }
            (json ? List.of(asJson(figures)) : table(figures)).forEach(session.terminal()::result);
            return Exit.FINE;
        }

        private static String asJson(List<BenchFigure> figures) {
            ObjectNode all = Session.JSON.createObjectNode();
            ArrayNode cases = all.putArray("cases");
            for (BenchFigure figure : figures) {
                ObjectNode one = cases.addObject().put("name", figure.measured().title());
                one.put("ratio", figure.ratio());
                figure.overhead().ifPresent(share -> one.put("overhead", share));
            }
            return all.toString();
        }

        private static List<String> table(List<BenchFigure> figures) {
            Table table =
                    new Table().row("CASE", "CANDIDATES A MINUTE", "DOCKER RUN EACH", "RATIO", "OVER THE TESTS' TIME");
            for (BenchFigure figure : figures) {
                table.row(
                        figure.measured().title(),
                        shown("%.0f", 60 / figure.ours()),
                        shown("%.0f", 60 / figure.reference()),
                        shown("%.1f", figure.ratio()),
                        figure.overhead()
                                .map(share -> shown("%.1f %%", 100 * share))
                                .orElse(""));
            }
            return table.lines();
        }

        private static String shown(String form, double number) {
            return String.format(Locale.ROOT, form, number);
        }
    }
}
