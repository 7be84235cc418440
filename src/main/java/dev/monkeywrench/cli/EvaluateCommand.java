package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "evaluate", description = "Runs every instance of a suite and prints one line each and a total.")
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(names = "--samples", description = "Candidates to draw for each instance at most (200).")
    private int samples = 200;

    @Option(names = "--stop-after", description = "End an instance after so many passing candidates; 0: never (1).")
    private int stopAfter = 1;

    @Option(names = "-j", description = "Instances at a time (1).")
    private int parallel = 1;

    @Option(names = "--fail-under", paramLabel = "SHARE", description = "Exit 100 below this share resolved, 0 to 1.")
    private Optional<Double> failUnder = Optional.empty();

    @Option(names = "--fresh-verdicts", description = "Run the tests even where an earlier run ran them.")
    private boolean fresh;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--json", description = "Print one line of JSON at launch and one at the end.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.html, .md, .csv and .json there: coverage, forecasts, costs, every sample.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--server", paramLabel = "URL", description = "Use this service instead of starting one.")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Suite chosen = chosen();
        try (Service service = session.service(server, false);
                ServiceClient client = new ServiceClient(service.address());
                RunWatch watch = new RunWatch(client);
                Output files = output.open(stopAfter > 0)) {
            EvaluationReport progress = new EvaluationReport(session.terminal(), json, chosen, samples);
            Optional<RunsForReport> runs = report.map(folder -> new RunsForReport(folder, stopAfter > 0));
            progress.launch(service.address());
            Fleet.run(chosen.rows(), parallel, row -> progress.add(follow(watch, client, row, files, runs)));
            progress.total();
            files.finish(chosen.name(), plan(), suite.seed(), chosen.ids())
                    .forEach(summary -> session.terminal().note("official summary: " + summary));
            runs.ifPresent(gathered -> write(gathered, chosen));
            return status(chosen, progress.share());
        }
    }

    private Suite chosen() {
        OptionalDouble share =
                failUnder.stream().mapToDouble(Double::doubleValue).findFirst();
        if (samples < 1 || stopAfter < 0 || parallel < 1 || share.orElse(0) < 0 || share.orElse(0) > 1) {
            throw new UsageFault("--samples and -j begin at 1, --stop-after at 0, --fail-under is from 0 to 1");
        }
        return suite.chosen(session);
    }

    private String plan() {
        return samples + " samples each" + (stopAfter > 0 ? " at most, ended after " + stopAfter + " passing" : "")
                + ", seed " + suite.seed() + "; what a run cost is spread evenly over its samples";
    }

    private void write(RunsForReport runs, Suite chosen) {
        Optional<Path> page = runs.write(chosen.name(), plan(), suite.seed());
        session.terminal().note(page.map(path -> "the report: " + path).orElse("no report: no run has samples"));
    }

    private Outcome follow(
            RunWatch watch, ServiceClient client, Suite.Row row, Output files, Optional<RunsForReport> runs)
            throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        request.set("instance", row.row());
        ObjectNode plan = request.putObject("plan");
        plan.put("samples", samples).put("stopAfter", stopAfter).put("seed", suite.seed());
        if (fresh) {
            plan.put("verdicts", "fresh");
        }
        long began = System.nanoTime();
        try {
            RunView run = watch.follow(request, view -> {});
            if (runs.isPresent()) {
                runs.get().add(client, row, run);
            }
            files.drawn(client, row, run);
            return Outcome.of(row.id(), run, System.nanoTime() - began, OptionalLong.of(samples));
        } catch (ServiceFault e) {
            files.unjudged(row);
            return Outcome.broken(row.id(), String.valueOf(e.getMessage()), System.nanoTime() - began);
        }
    }

    private int status(Suite chosen, double share) {
        if (failUnder.isPresent() && share < failUnder.get()) {
            session.terminal().note("resolved " + share + " of the instances, below --fail-under " + failUnder.get());
            return Exit.BELOW_LIMIT;
        }
        return chosen.problems().isEmpty() ? Exit.FINE : Exit.ERROR;
    }
}
