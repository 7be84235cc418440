package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Estimate;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationCounts;
import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.evaluation.Forecast;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns evaluations into what is shown of them. */
final class EvaluationViews {

    private static final JsonMapper JSON = new JsonMapper();

    /** Beyond so many, what runs is left out of the cost until it has ended. */
    private static final int MOST_RUNNING = 64;

    private final Evaluations evaluations;
    private final Function<RunId, Optional<Totals>> costs;

    /**
     * @param costs of a run so far
     */
    EvaluationViews(Evaluations evaluations, Function<RunId, Optional<Totals>> costs) {
        this.evaluations = evaluations;
        this.costs = costs;
    }

    /** All that is known of an evaluation. */
    EvaluationView whole(Evaluation evaluation) {
        return whole(evaluation, evaluations.problems(evaluation.id()));
    }

    EvaluationView whole(Evaluation evaluation, List<FieldProblem> problems) {
        return view(
                evaluation,
                soFar(evaluation),
                evaluations.estimate(evaluation.id()).map(EvaluationViews::view).orElse(null),
                problems);
    }

    /** With what the runs have cost that have not ended. */
    private Totals soFar(Evaluation evaluation) {
        if (evaluation.counts().running() == 0) {
            return evaluation.cost();
        }
        return evaluations.running(evaluation.id()).stream()
                .limit(MOST_RUNNING)
                .flatMap(member -> member.run().flatMap(costs).stream())
                .reduce(evaluation.cost(), Totals::plus);
    }

    static EvaluationPage page(Page<Evaluation> page) {
        return new EvaluationPage(
                page.items().stream()
                        .map(evaluation -> view(evaluation, evaluation.cost(), null, null))
                        .toList(),
                page.next().orElse(null));
    }

    static MemberPage members(Page<Member> page, Evaluation evaluation) {
        return new MemberPage(
                page.items().stream().map(member -> view(member, evaluation)).toList(),
                page.next().orElse(null));
    }

    static ForecastView view(Forecast.Told forecast) {
        return new ForecastView(forecast.instances(), view(forecast.estimate()), forecast.problems());
    }

    private static EvaluationView view(
            Evaluation evaluation,
            Totals cost,
            EvaluationView.@Nullable EstimateView estimate,
            @Nullable List<FieldProblem> problems) {
        return new EvaluationView(
                evaluation.id().value(),
                evaluation.name(),
                evaluation.kind().name(),
                evaluation.suite(),
                evaluation.digest(),
                evaluation.state().name(),
                evaluation.cancelRequested(),
                evaluation.endReason().map(Enum::name).orElse(null),
                evaluation.createdAt(),
                evaluation.startedAt().orElse(null),
                evaluation.endedAt().orElse(null),
                evaluation.seed(),
                JSON.readTree(evaluation.plan()),
                view(evaluation.budget()),
                evaluation.parallel(),
                evaluation.isFixed() ? "FIXED" : "STOPS_EARLY",
                view(evaluation.counts()),
                share(evaluation.counts()),
                LedgerView.cost(cost, evaluation.counts().samples()),
                eta(evaluation),
                estimate,
                problems);
    }

    private static EvaluationView.BudgetView view(Budget budget) {
        Long tokens = budget.tokens().isPresent() ? budget.tokens().getAsLong() : null;
        return new EvaluationView.BudgetView(tokens, budget.dollars().orElse(null));
    }

    private static EvaluationView.CountsView view(EvaluationCounts counts) {
        return new EvaluationView.CountsView(
                counts.instances(),
                counts.waiting(),
                counts.running(),
                counts.ended(),
                counts.of(MemberOutcome.RESOLVED),
                counts.of(MemberOutcome.UNRESOLVED),
                counts.of(MemberOutcome.INCONCLUSIVE),
                counts.of(MemberOutcome.UNSOUND),
                counts.of(MemberOutcome.FAULT),
                counts.of(MemberOutcome.CANCELLED),
                counts.samples(),
                counts.attempts());
    }

    private static double share(EvaluationCounts counts) {
        return counts.instances() == 0 ? 0 : (double) counts.of(MemberOutcome.RESOLVED) / counts.instances();
    }

    private static @Nullable Double eta(Evaluation evaluation) {
        return evaluation.rest().map(time -> time.toMillis() / 1000.0).orElse(null);
    }

    private static EvaluationView.EstimateView view(Estimate estimate) {
        return new EvaluationView.EstimateView(
                range(estimate.seconds()), range(estimate.dollars()), range(estimate.tokens()), estimate.from());
    }

    private static EvaluationView.@Nullable RangeView range(Optional<Estimate.Range> range) {
        return range.map(known -> new EvaluationView.RangeView(rounded(known.low()), rounded(known.high())))
                .orElse(null);
    }

    /** To a millionth, of dollars or seconds. */
    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static MemberView view(Member member, Evaluation evaluation) {
        return new MemberView(
                member.ordinal(),
                member.instanceId().value(),
                member.state().name(),
                member.attempts(),
                member.run().map(RunId::value).orElse(null),
                member.landed().map(landed -> view(landed, evaluation)).orElse(null));
    }

    private static MemberView.ResultView view(Landed landed, Evaluation evaluation) {
        return new MemberView.ResultView(
                landed.attempt(),
                landed.run().map(RunId::value).orElse(null),
                landed.outcome().name(),
                landed.counts().samples(),
                landed.counts().passed(),
                landed.counts().inconclusive(),
                landed.time().toMillis() / 1000.0,
                landed.stopReason().orElse(null),
                !evaluation.isFixed() || !landed.isWhole(),
                landed.retryable(),
                LedgerView.cost(landed.cost(), landed.counts().samples()),
                landed.problem().map(Views::problem).orElse(null));
    }
}
