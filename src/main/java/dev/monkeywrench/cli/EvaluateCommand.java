package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.CounterfactualPrices;
import dev.monkeywrench.evaluation.ReportExtras;
import dev.monkeywrench.evaluation.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "evaluate", description = "Runs every instance of a suite and prints one line each and a total.")
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(names = "--samples", description = "Candidates to draw for each instance at most (200).")
    private int samples = 200;

    @Option(names = "--stop-after", description = "End an instance after so many passing candidates; 0: never (1).")
    private int stopAfter = 1;

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

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

    @Mixin
    private OtherTariffs tariffs = new OtherTariffs();

    @Option(names = "--server", paramLabel = "URL", description = "Use this service instead of starting one.")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        try (Service service = options.service(session, server)) {
            Suite chosen = suite.chosen(session);
            ObjectNode request = request(chosen);
            service.begin(request, options.redo());
            try (ServiceClient client = new ServiceClient(service.address())) {
                return options.dryRun()
                        ? DryRun.tell(client, request, session.terminal(), json)
                        : evaluate(service, client, request, chosen);
            }
        }
    }

    private int evaluate(Service service, ServiceClient client, ObjectNode request, Suite chosen)
            throws InterruptedException {
        Map<Path, JsonNode> other = tariffs.read();
        try (Output files = output.open(stopAfter > 0)) {
            EvaluationReport progress = new EvaluationReport(session.terminal(), json, chosen, samples);
            Optional<RunsForReport> runs = report.map(folder -> new RunsForReport(folder, stopAfter > 0));
            progress.launch(client.address());
            FollowedEvaluation evaluation = FollowedEvaluation.begin(client, request, options, session.terminal());
            // A tariff that the service refuses is told now, and not when all is done.
            OtherTariffs.prices(client, evaluation.id(), other);
            TakenProblems.of(evaluation.status(), chosen.rows(), session.terminal())
                    .forEach((row, why) -> {
                        files.unjudged(row);
                        progress.add(Outcome.broken(row.id(), why, 0));
                    });
            follow(evaluation, chosen, progress, (row, member) -> outcome(client, row, member, files, runs));
            progress.total();
            CounterfactualPrices prices = OtherTariffs.prices(client, evaluation.id(), other);
            ReportExtras extras = ReportExtras.of(prices);
            files.finish(chosen.name(), plan(), suite.seed(), chosen.ids(), extras)
                    .forEach(summary -> session.terminal().note("official summary: " + summary));
            runs.ifPresent(gathered -> write(gathered, chosen, extras));
            if (!progress.leavesSomethingUndone()) {
                service.end();
            }
            return status(chosen, progress.share());
        }
    }

    /** Tells what became of one instance. */
    private interface Landing {

        Outcome of(Suite.Row row, JsonNode member) throws InterruptedException;
    }

    private void follow(FollowedEvaluation evaluation, Suite chosen, EvaluationReport progress, Landing landing)
            throws InterruptedException {
        Map<String, Suite.Row> rows =
                chosen.rows().stream().collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        try (EvaluationProgress bar =
                new EvaluationProgress(session.terminal(), chosen.rows().size(), System.nanoTime())) {
            EvaluationStatus end = evaluation.follow(
                    member -> {
                        Suite.Row row = rows.get(member.path("instanceId").asString(""));
                        if (row != null) {
                            Outcome outcome = landing.of(row, member);
                            bar.clear();
                            progress.add(outcome);
                        }
                    },
                    bar);
            progress.ended(end, evaluation.cutShort());
        }
    }

    private ObjectNode request(Suite chosen) {
        ObjectNode request = Session.JSON.createObjectNode();
        ArrayNode rows = request.putObject("suite")
                .put("name", SuiteOptions.shown(chosen.name()))
                .putArray("instances");
        chosen.rows().forEach(row -> rows.add(row.row()));
        ObjectNode plan = request.putObject("plan");
        plan.put("samples", samples).put("stopAfter", stopAfter).put("seed", suite.seed());
        if (fresh) {
            plan.put("verdicts", "fresh");
        }
        options.addTo(request);
        return request;
    }

    private void check() {
        OptionalDouble share =
                failUnder.stream().mapToDouble(Double::doubleValue).findFirst();
        options.check();
        if (samples < 1 || stopAfter < 0 || share.orElse(0) < 0 || share.orElse(0) > 1) {
            throw new UsageFault("--samples begins at 1, --stop-after at 0, --fail-under is from 0 to 1");
        }
        if (tariffs.areNamed() && report.isEmpty() && !output.isNamed()) {
            throw new UsageFault("--tariff adds to a report: name a folder for it with --report or --output");
        }
    }

    private String plan() {
        return samples + " samples each" + (stopAfter > 0 ? " at most, ended after " + stopAfter + " passing" : "")
                + ", seed " + suite.seed();
    }

    private void write(RunsForReport runs, Suite chosen, ReportExtras extras) {
        Optional<Path> page = runs.write(chosen.name(), plan(), suite.seed(), extras);
        session.terminal().note(page.map(path -> "the report: " + path).orElse("no report: no run has samples"));
    }

    private Outcome outcome(
            ServiceClient client, Suite.Row row, JsonNode member, Output files, Optional<RunsForReport> runs)
            throws InterruptedException {
        JsonNode result = member.path("result");
        String id = result.path("runId").asString("");
        if (id.isEmpty()) {
            files.unjudged(row);
            String why = result.path("problem").isObject()
                    ? ServiceFault.sentence(result.path("problem"))
                    : "it did not begin before the evaluation ended";
            return Outcome.broken(row.id(), why, 0);
        }
        RunView run = new RunView(client.run(id));
        if (runs.isPresent() || files.isWanted()) {
            RunSamples samples =
                    RunSamples.of(client, id, runs.isPresent() ? RunsForReport.CONTENTS : files.contents());
            runs.ifPresent(gathered -> gathered.add(row, run, samples));
            files.drawn(row, run, samples);
        }
        long nanoseconds = (long) (result.path("seconds").asDouble(0) * 1e9);
        return Outcome.of(row.id(), run, nanoseconds, OptionalLong.of(samples));
    }

    private int status(Suite chosen, double share) {
        if (failUnder.isPresent() && share < failUnder.get()) {
            session.terminal().note("resolved " + share + " of the instances, below --fail-under " + failUnder.get());
            return Exit.BELOW_LIMIT;
        }
        return chosen.problems().isEmpty() ? Exit.FINE : Exit.ERROR;
    }
}
