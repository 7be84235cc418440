package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.FileProblem;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.Predictions;
import dev.monkeywrench.evaluation.ReportExtras;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.evaluation.SuiteFilter;
import dev.monkeywrench.instance.InstanceId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "verify", description = "Judges given patches and prints a verdict each.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--predictions",
            required = true,
            paramLabel = "FILE",
            description = "Predictions in any of the official forms.")
    private Path file = Path.of("");

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(names = "--fail-under", paramLabel = "SHARE", description = "Exit 100 below this share passed, 0 to 1.")
    private Optional<Double> failUnder = Optional.empty();

    @Option(names = "--firm", description = "Repeat what passes until luck is ruled out: up to nine runs of its tests.")
    private boolean firm;

    @Option(names = "--fresh-verdicts", description = "Run the tests even where an earlier run ran them.")
    private boolean fresh;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--json", description = "Print one line of JSON at launch and one at the end.")
    private boolean json;

    @Option(names = "--server", paramLabel = "URL", description = "Use this service instead of starting one.")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    VerifyCommand(Session session) {
        this.session = session;
    }

    /** An instance and what is proposed for it. */
    private record Task(Suite.Row row, List<Prediction> predictions) {}

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        if (failUnder.orElse(0.0) < 0 || failUnder.orElse(0.0) > 1) {
            throw new UsageFault("--fail-under is from 0 to 1");
        }
        try (Service service = options.service(session, server)) {
            List<FileProblem> problems = new ArrayList<>();
            List<InstanceId> whole = new ArrayList<>();
            List<Task> tasks = tasks(problems, whole);
            problems.forEach(problem -> session.terminal().note(problem.sentence()));
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("No prediction of " + file + " can be judged");
            }
            ObjectNode request = request(tasks);
            service.begin(request, options.redo());
            try (ServiceClient client = new ServiceClient(service.address())) {
                return options.dryRun()
                        ? DryRun.tell(client, request, session.terminal(), json)
                        : verify(service, client, request, tasks, problems, whole);
            }
        }
    }

    private int verify(
            Service service,
            ServiceClient client,
            ObjectNode request,
            List<Task> tasks,
            List<FileProblem> problems,
            List<InstanceId> whole)
            throws InterruptedException {
        try (Output files = output.open(false)) {
            VerificationReport report = new VerificationReport(session.terminal(), json);
            report.launch(suite.name(), file, tasks.size(), predictions(tasks), problems.size(), client.address());
            carryOut(client, request, tasks, files, report);
            report.total();
            files.finish(suite.name(), "predictions of " + file.getFileName(), 1, whole, ReportExtras.NONE)
                    .forEach(summary -> session.terminal().note("official summary: " + summary));
            if (!report.leavesSomethingUndone()) {
                service.end();
            }
            return status(problems, report.share());
        }
    }

    private static int predictions(List<Task> tasks) {
        return tasks.stream().mapToInt(task -> task.predictions().size()).sum();
    }

    /**
     * Instances that have no prediction or are not chosen are left out; predictions without an instance are told.
     *
     * @param whole is given all that are chosen
     */
    private List<Task> tasks(List<FileProblem> problems, List<InstanceId> whole) {
        SuiteFilter filter = suite.filter();
        Suite read = suite.read(session);
        Suite chosen = filter.of(read);
        Predictions predictions = Predictions.read(file);
        chosen.rows().forEach(row -> whole.add(row.id()));
        problems.addAll(chosen.problems());
        problems.addAll(predictions.problems());
        Map<InstanceId, List<Prediction>> proposals = predictions.byInstance();
        List<Task> tasks = chosen.rows().stream()
                .filter(row -> proposals.containsKey(row.id()))
                .map(row -> new Task(row, proposals.getOrDefault(row.id(), List.of())))
                .toList();
        Set<InstanceId> known = read.rows().stream().map(Suite.Row::id).collect(Collectors.toSet());
        proposals.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> problems.add(predictions.stranger(id, suite.name())));
        return tasks;
    }

    private ObjectNode request(List<Task> tasks) {
        ObjectNode request = Session.JSON.createObjectNode();
        ArrayNode rows = request.putObject("suite")
                .put("name", SuiteOptions.shown(suite.name()))
                .putArray("instances");
        ArrayNode predictions = request.putArray("predictions");
        for (Task task : tasks) {
            rows.add(task.row().row());
            task.predictions()
                    .forEach(prediction -> predictions
                            .addObject()
                            .put("instance_id", prediction.instanceId().value())
                            .put("model_name_or_path", prediction.model())
                            .put("model_patch", prediction.patch()));
        }
        if (firm) {
            request.withObject("/plan").put("repeats", "firm");
        }
        if (fresh) {
            request.withObject("/plan").put("verdicts", "fresh");
        }
        options.addTo(request);
        return request;
    }

    private void carryOut(
            ServiceClient client, ObjectNode request, List<Task> tasks, Output files, VerificationReport report)
            throws InterruptedException {
        FollowedEvaluation evaluation = FollowedEvaluation.begin(client, request, options, session.terminal());
        Map<String, Task> byId =
                tasks.stream().collect(Collectors.toMap(task -> task.row().id().value(), Function.identity()));
        List<Suite.Row> rows = tasks.stream().map(Task::row).toList();
        TakenProblems.of(evaluation.status(), rows, session.terminal()).forEach((row, why) -> {
            List<Prediction> predictions =
                    Objects.requireNonNull(byId.get(row.id().value())).predictions();
            files.unjudged(row, predictions, Optional.empty());
            report.add(Judgement.unjudged(predictions, why));
        });
        try (EvaluationProgress bar = new EvaluationProgress(session.terminal(), tasks.size(), System.nanoTime())) {
            EvaluationStatus end = evaluation.follow(
                    member -> {
                        Task task = byId.get(member.path("instanceId").asString(""));
                        if (task != null) {
                            List<Judgement> judgements = judge(client, member, files, task);
                            bar.clear();
                            report.add(judgements);
                        }
                    },
                    bar);
            report.ended(end, evaluation.cutShort());
        }
    }

    private static List<Judgement> judge(ServiceClient client, JsonNode member, Output files, Task task)
            throws InterruptedException {
        JsonNode result = member.path("result");
        String id = result.path("runId").asString("");
        if (id.isEmpty()) {
            files.unjudged(task.row(), task.predictions(), Optional.empty());
            return Judgement.unjudged(task.predictions(), "it did not begin before the evaluation ended");
        }
        RunView run = new RunView(client.run(id));
        if (!run.state().equals("COMPLETED")) {
            files.unjudged(task.row(), task.predictions(), Optional.of(run));
            return Judgement.unjudged(task.predictions(), run.problem().orElse(run.state()));
        }
        Set<String> contents = files.contents(task.predictions().size());
        contents.add("tests");
        RunSamples samples = RunSamples.of(client, id, contents);
        files.judged(task.row(), run, samples, task.predictions());
        return Judgement.of(task.predictions(), samples.all());
    }

    private int status(List<FileProblem> problems, double share) {
        if (failUnder.isPresent() && share < failUnder.get()) {
            session.terminal().note("passed " + share + " of the predictions, below --fail-under " + failUnder.get());
            return Exit.BELOW_LIMIT;
        }
        return problems.isEmpty() ? Exit.FINE : Exit.ERROR;
    }
}
