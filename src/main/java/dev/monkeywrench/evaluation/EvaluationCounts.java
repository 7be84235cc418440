package dev.monkeywrench.evaluation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far an evaluation is. Kept up with every change, never added up from the members.
 *
 * @param instances all members
 * @param waiting members that wait for an attempt, a first or a further one
 * @param running members with a run that has not ended
 * @param outcomes members by the outcome of their latest attempt that ended; every outcome is there
 * @param samples of all attempts that ended
 * @param attempts that ended
 * @param busy from begin to end, all attempts that ended added up
 */
public record EvaluationCounts(
        int instances,
        int waiting,
        int running,
        Map<MemberOutcome, Integer> outcomes,
        long samples,
        long attempts,
        Duration busy) {

    public EvaluationCounts {
        Map<MemberOutcome, Integer> all = new EnumMap<>(MemberOutcome.class);
        for (MemberOutcome outcome : MemberOutcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0));
        }
        outcomes = Map.copyOf(all);
        if (waiting < 0 || running < 0 || waiting + running > instances) {
            throw new IllegalArgumentException(
                    waiting + " waiting and " + running + " running members do not fit " + instances + " instances");
        }
    }

    public static EvaluationCounts waiting(int instances) {
        return new EvaluationCounts(instances, instances, 0, Map.of(), 0, 0, Duration.ZERO);
    }

    public int of(MemberOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Members with an outcome, those that wait for or run a further attempt included. */
    public int judged() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Members of which nothing runs or waits. */
    public int ended() {
        return instances - waiting - running;
    }

    EvaluationCounts withBegun() {
        return new EvaluationCounts(instances, waiting - 1, running + 1, outcomes, samples, attempts, busy);
    }

    EvaluationCounts withWaiting(int more) {
        return new EvaluationCounts(instances, waiting + more, running, outcomes, samples, attempts, busy);
    }

    EvaluationCounts withLanded(Landing landing) {
        Map<MemberOutcome, Integer> changed = new EnumMap<>(outcomes);
        landing.before().ifPresent(before -> changed.merge(before, -1, Integer::sum));
        changed.merge(landing.landed().outcome(), 1, Integer::sum);
        boolean ran = landing.landed().run().isPresent();
        return new EvaluationCounts(
                instances,
                ran ? waiting : waiting - 1,
                ran ? running - 1 : running,
                changed,
                samples + landing.landed().counts().samples(),
                attempts + 1,
                busy.plus(landing.landed().time()));
    }
}
