package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = "Tells when a smaller model, trained longer, saves operations at equal loss.",
        footer = "It is a law of loss: what a loss is worth in repaired issues must be measured.")
final class PlanTrainCommand implements Callable<Integer> {

    @Option(names = "--parameters", required = true, paramLabel = "N", description = "Of the model asked about.")
    private double parameters;

    @Option(
            names = "--tokens-served",
            required = true,
            paramLabel = "T",
            description = "Tokens that it reads and writes over its life.")
    private double tokensServed;

    @Option(
            names = "--training-tokens",
            paramLabel = "D",
            description = "Tokens that it is trained on (as many as are best for its size).")
    private Optional<Double> trainingTokens = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "N",
            description = "Parameters of the model to compare with (those that take fewest operations).")
    private Optional<Double> against = Optional.empty();

    @Option(
            names = "--law",
            split = ",",
            paramLabel = "E,A,B,ALPHA,BETA",
            description = "L = E + A/N^alpha + B/D^beta (1.69,406.4,410.7,0.336,0.283: Hoffmann et al. 2022).")
    private List<Double> law = List.of();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    private final Session session;

    PlanTrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TrainingPlan plan = TrainingPlan.of(
                parameters,
                optional(trainingTokens),
                tokensServed,
                optional(against),
                law.isEmpty() ? TrainingPlan.chinchilla() : law);
        if (json) {
            session.terminal().result(Session.JSON.writeValueAsString(plan));
            return Exit.FINE;
        }
        Table table = new Table();
        table.row("", "parameters", "training tokens", "loss", "operations");
        row(table, "asked", plan.asked());
        row(table, "other, of equal loss", plan.other());
        table.lines().forEach(session.terminal()::result);
        session.terminal()
                .result(String.format(
                        Locale.ROOT, "saved: %.3g operations, %.1f %%", plan.saved(), 100 * plan.share()));
        session.terminal()
                .result(String.format(
                        Locale.ROOT,
                        "with %.4g tokens served; operations are 6 N D + 2 N T; loss is %s + %s/N^%s + %s/D^%s",
                        plan.tokensServed(),
                        plan.law().get(0),
                        plan.law().get(1),
                        plan.law().get(3),
                        plan.law().get(2),
                        plan.law().get(4)));
        return Exit.FINE;
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static void row(Table table, String name, TrainingPlan.Sized model) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.4g", model.parameters()),
                String.format(Locale.ROOT, "%.4g", model.trainingTokens()),
                String.format(Locale.ROOT, "%.4f", model.loss()),
                String.format(Locale.ROOT, "%.4g", model.operations()));
    }
}
