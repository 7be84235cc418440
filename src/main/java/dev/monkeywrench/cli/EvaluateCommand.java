package dev.monkeywrench.cli;

import com.google.re2j.Pattern;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.evaluation.SuiteReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "evaluate", description = "Runs every instance of a suite and prints one line each and a total.")
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--suite",
            required = true,
            paramLabel = "FILE|DIR|starter",
            description = "Rows in JSON or JSONL, a folder with tasks, or 'starter'.")
    private String suite = "";

    @Option(names = "--samples", description = "Candidates to draw for each instance at most (200).")
    private int samples = 200;

    @Option(names = "--stop-after", description = "End an instance after so many passing candidates; 0: never (1).")
    private int stopAfter = 1;

    @Option(names = "--seed", description = "The same seed draws the same candidates (1).")
    private long seed = 1;

    @Option(names = "--only", paramLabel = "REGEX", description = "Instances whose id holds a match.")
    private Optional<String> only = Optional.empty();

    @Option(
            names = {"-i", "--instance"},
            paramLabel = "ID",
            description = "This instance; may be repeated.")
    private List<String> ids = List.of();

    @Option(names = "--limit", description = "The first so many instances.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "-j", description = "Instances at a time (1).")
    private int parallel = 1;

    @Option(names = "--fail-under", paramLabel = "SHARE", description = "Exit 100 below this share resolved, 0 to 1.")
    private Optional<Double> failUnder = Optional.empty();

    @Option(names = "--fresh-verdicts", description = "Run the tests even where an earlier run ran them.")
    private boolean fresh;

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
        chosen.problems().forEach(problem -> session.terminal().note(problem.sentence()));
        try (Service service = session.service(server, false);
                ServiceClient client = new ServiceClient(service.address());
                RunWatch watch = new RunWatch(client)) {
            EvaluationReport progress = new EvaluationReport(session.terminal(), json, chosen, samples);
            Optional<RunsForReport> runs = report.map(folder -> new RunsForReport(folder, stopAfter > 0));
            progress.launch(service.address());
            Fleet.run(chosen.rows(), parallel, row -> progress.add(follow(watch, client, row, runs)));
            progress.total();
            runs.ifPresent(gathered -> write(gathered, chosen));
            return status(chosen, progress.share());
        }
    }

    private Suite chosen() {
        OptionalDouble share =
                failUnder.stream().mapToDouble(Double::doubleValue).findFirst();
        if (samples < 1 || stopAfter < 0 || limit < 1 || parallel < 1 || share.orElse(0) < 0 || share.orElse(0) > 1) {
            throw new UsageFault(
                    "--samples, --limit and -j begin at 1, --stop-after at 0, --fail-under is from 0 to 1");
        }
        Pattern wanted = Pattern.compile(only.orElse(""));
        Suite all = new SuiteReader(session.suites(), session.home()).read(suite);
        Suite chosen = all.only(
                row -> wanted.matcher(row.id().value()).find()
                        && (ids.isEmpty() || ids.contains(row.id().value())),
                limit);
        if (chosen.rows().isEmpty()) {
            chosen.problems().forEach(problem -> session.terminal().note(problem.sentence()));
            throw new IllegalArgumentException("No instance of " + suite + " is left to run; it holds "
                    + all.rows().size() + " usable ones before --only, -i and --limit");
        }
        return chosen;
    }

    private void write(RunsForReport runs, Suite chosen) {
        String plan =
                samples + " samples each" + (stopAfter > 0 ? " at most, ended after " + stopAfter + " passing" : "")
                        + ", seed " + seed + "; what a run cost is spread evenly over its samples";
        Optional<Path> page = runs.write(chosen.name(), plan, seed);
        session.terminal().note(page.map(path -> "the report: " + path).orElse("no report: no run has samples"));
    }

    private Outcome follow(RunWatch watch, ServiceClient client, Suite.Row row, Optional<RunsForReport> runs)
            throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        request.set("instance", row.row());
        ObjectNode plan = request.putObject("plan");
        plan.put("samples", samples).put("stopAfter", stopAfter).put("seed", seed);
        if (fresh) {
            plan.put("verdicts", "fresh");
        }
        long began = System.nanoTime();
        try {
            RunView run = watch.follow(request, view -> {});
            if (runs.isPresent()) {
                runs.get().add(client, row, run);
            }
            return Outcome.of(row.id(), run, System.nanoTime() - began, OptionalLong.of(samples));
        } catch (ServiceFault e) {
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
