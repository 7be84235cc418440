package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Plan;
import dev.monkeywrench.evaluation.PlanAnswer;
import dev.monkeywrench.evaluation.PlanFiles;
import dev.monkeywrench.evaluation.PlanTables;
import dev.monkeywrench.evaluation.Plans;
import dev.monkeywrench.instance.FieldProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "plan",
        description = "Tells which model and how many samples cover most for a budget, from what was measured.")
final class PlanCommand implements Callable<Integer> {

    private static final int MOST_LINE = 400;

    @Parameters(
            arity = "0..*",
            paramLabel = "[NAME=]EVALUATION|DIR|FILE",
            description =
                    "Evaluations of a fixed number of samples (an id, or a folder that --output wrote), or a YAML or"
                            + " JSON file of models with stated numbers.")
    private List<String> places = List.of();

    @Option(names = "--budget", paramLabel = "DOLLARS", description = "What all samples together may cost.")
    private Optional<Double> budget = Optional.empty();

    @Option(names = "--instances", paramLabel = "N", description = "Instances to plan for (those measured).")
    private Optional<Integer> instances = Optional.empty();

    @Option(
            names = "--until-resolved",
            description = "Drawing ends at the first resolved sample of an instance, which an oracle must tell.")
    private boolean untilResolved;

    @Option(names = "--price", paramLabel = "NAME=DOLLARS", description = "What a sample of a model costs.")
    private Map<String, Double> prices = Map.of();

    @Option(
            names = "--beforehand",
            paramLabel = "NAME=DOLLARS",
            description = "What training, tuning or setting up a model costs.")
    private Map<String, Double> beforehand = Map.of();

    @Option(names = "--requests", paramLabel = "N", description = "Requests expected: which model is the cheapest?")
    private Optional<Double> requests = Optional.empty();

    @Option(names = "--coverage", paramLabel = "SHARE", description = "Coverage at which --requests compares models.")
    private Optional<Double> coverage = Optional.empty();

    @Option(names = "--output", paramLabel = "DIR", description = "Write plan.html, plan.md and plan.json there.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--json", description = "Print the plan as one line of JSON.")
    private boolean json;

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (places.isEmpty()) {
            throw new UsageFault("name an evaluation, a folder that --output wrote, or a file of models");
        }
        PlanInputs inputs = new PlanInputs(session, server);
        for (String place : places) {
            inputs.add(place);
        }
        inputs.state("dollarsPerSample", "--price", prices);
        inputs.state("beforehand", "--beforehand", beforehand);
        ObjectNode request = inputs.request();
        budget.ifPresent(dollars -> request.put("budget", dollars));
        instances.ifPresent(number -> request.put("instances", number));
        requests.ifPresent(number -> request.put("requests", number));
        coverage.ifPresent(share -> request.put("atCoverage", share));
        if (untilResolved) {
            request.put("untilResolved", true);
        }
        return switch (new Plans(inputs::measurement).answer(request)) {
            case PlanAnswer.Refused refused -> refuse(refused.problems());
            case PlanAnswer.Made made -> tell(made.plan());
        };
    }

    private int refuse(List<FieldProblem> problems) {
        for (FieldProblem problem : problems) {
            String sentence = problem.field() + " " + problem.problem() + ". " + problem.remedy() + ".";
            session.terminal().note("mw: " + Inert.line(sentence, 2 * MOST_LINE));
        }
        return Exit.USAGE;
    }

    private int tell(Plan plan) {
        if (json) {
            session.terminal().result(Session.JSON.writeValueAsString(plan));
        } else {
            print(plan);
        }
        output.ifPresent(folder -> write(folder, plan));
        return Exit.FINE;
    }

    private void print(Plan plan) {
        line(PlanTables.conditions(plan));
        PlanTables.sentences(plan).forEach(this::line);
        for (PlanTables.NamedTable named : PlanTables.of(plan)) {
            line("");
            line(named.name());
            Table table = new Table();
            named.rows()
                    .forEach(row -> table.row(
                            row.stream().map(cell -> Inert.line(cell, 120)).toArray(String[]::new)));
            table.lines().forEach(session.terminal()::result);
        }
    }

    private void line(String text) {
        session.terminal().result(Inert.line(text, MOST_LINE));
    }

    private void write(Path folder, Plan plan) {
        try {
            PlanFiles.write(folder, plan);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be written to " + folder + "; is it writable?", e);
        }
        session.terminal().note("the plan: " + folder.resolve("plan.html"));
    }
}
