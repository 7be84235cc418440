package dev.monkeywrench.evaluation;

import java.util.Locale;

/** The data of events, as JSON of numbers and words of our own. */
public final class EvaluationEventData {

    private EvaluationEventData() {}

    public static String state(Evaluation evaluation) {
        String reason = evaluation
                .endReason()
                .map(end -> ",\"endReason\":\"" + end + "\"")
                .orElse("");
        return "{\"state\":\"" + evaluation.state() + "\"" + reason + ",\"parallel\":" + evaluation.parallel()
                + ",\"counts\":" + of(evaluation.counts()) + "}";
    }

    /** Ids of instances, runs and evaluations hold nothing that JSON escapes. */
    public static String begun(Evaluation evaluation, Member member) {
        return "{" + of(member) + ",\"counts\":" + of(evaluation.counts()) + "}";
    }

    public static String ended(Evaluation evaluation, Member member, Landed landed) {
        return "{" + of(member) + ",\"outcome\":\"" + landed.outcome() + "\",\"samples\":"
                + landed.counts().samples() + ",\"counts\":" + of(evaluation.counts()) + "}";
    }

    private static String of(Member member) {
        String run = member.run().map(id -> ",\"runId\":\"" + id + "\"").orElse("");
        return "\"ordinal\":" + member.ordinal() + ",\"instanceId\":\"" + member.instanceId() + "\",\"attempt\":"
                + member.attempts() + run;
    }

    private static String of(EvaluationCounts counts) {
        StringBuilder json = new StringBuilder("{\"instances\":")
                .append(counts.instances())
                .append(",\"waiting\":")
                .append(counts.waiting())
                .append(",\"running\":")
                .append(counts.running());
        for (MemberOutcome outcome : MemberOutcome.values()) {
            json.append(",\"")
                    .append(outcome.name().toLowerCase(Locale.ROOT))
                    .append("\":")
                    .append(counts.of(outcome));
        }
        return json.append(",\"samples\":").append(counts.samples()).append("}").toString();
    }
}
