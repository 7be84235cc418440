package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Totals;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an earlier attempt would have taken under the plan of now.
 *
 * @param dollars empty: unknown; so are tokens
 */
record Experience(InstanceId instance, double seconds, OptionalDouble dollars, OptionalDouble tokens) {

    /** Empty where the attempt says nothing of the cost of another: it drew nothing. */
    static Optional<Experience> of(Member member, Evaluation evaluation, EvaluationDraft.Read draft) {
        return member.landed()
                .filter(landed -> landed.counts().samples() > 0)
                .map(landed -> of(member.instanceId(), landed, factor(landed, evaluation, draft)));
    }

    /**
     * How many times as many samples there would be. One that passed before its plan's end would end there again; any
     * other draws as many as the plan allows.
     */
    private static double factor(Landed landed, Evaluation evaluation, EvaluationDraft.Read draft) {
        if (evaluation.kind() == EvaluationKind.VERIFY) {
            return 1;
        }
        double ratio = (double) draft.samples() / landed.counts().samples();
        boolean endsItself = !evaluation.isFixed() && landed.outcome() == MemberOutcome.RESOLVED;
        return endsItself ? Math.min(1, ratio) : ratio;
    }

    private static Experience of(InstanceId instance, Landed landed, double factor) {
        Totals cost = landed.cost();
        OptionalDouble dollars = cost.dollars()
                .map(known -> OptionalDouble.of(known.doubleValue() * factor))
                .orElse(OptionalDouble.empty());
        OptionalDouble tokens =
                cost.promptTokens().isPresent() && cost.completionTokens().isPresent()
                        ? OptionalDouble.of(factor
                                * (cost.promptTokens().getAsLong()
                                        + cost.completionTokens().getAsLong()))
                        : OptionalDouble.empty();
        return new Experience(instance, landed.time().toMillis() / 1000.0 * factor, dollars, tokens);
    }
}
