package dev.monkeywrench.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what an evaluation will take from what earlier ones of its kind took, with the same samplers. Reads a bounded
 * number of members. Thread-safe.
 */
final class Estimates {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_EVALUATIONS = 50;
    private static final int MOST_ALIKE = 5;
    private static final int MOST_MEMBERS = 200;

    private final EvaluationStore store;

    Estimates(EvaluationStore store) {
        this.store = store;
    }

    Estimate of(EvaluationDraft.Read draft) {
        List<Evaluation> alike = alike(draft);
        List<Experience> experiences = new ArrayList<>();
        for (Evaluation evaluation : alike) {
            store.members(
                            evaluation.id(),
                            new MemberFilter(Optional.empty(), Optional.of(MemberState.ENDED), -1, MOST_MEMBERS))
                    .items()
                    .forEach(member -> Experience.of(member, evaluation, draft).ifPresent(experiences::add));
        }
        if (experiences.isEmpty()) {
            return Estimate.unknown("no instance was evaluated here with the same samplers and the same way to end");
        }
        return new Expectation(experiences, draft).estimate(words(experiences.size(), alike));
    }

    private List<Evaluation> alike(EvaluationDraft.Read draft) {
        EvaluationFilter newest =
                new EvaluationFilter(Optional.empty(), Optional.empty(), Optional.empty(), MOST_EVALUATIONS);
        return store.list(newest).items().stream()
                .filter(evaluation -> evaluation.kind() == draft.kind())
                .filter(evaluation -> samplers(evaluation.plan()).equals(samplers(draft.plan())))
                .filter(evaluation -> evaluation.isFixed() == (draft.stopAfter() == 0))
                .filter(evaluation -> evaluation.counts().attempts() > 0)
                .limit(MOST_ALIKE)
                .toList();
    }

    private static JsonNode samplers(String plan) {
        return JSON.readTree(plan).path("samplers");
    }

    private static String words(int instances, List<Evaluation> alike) {
        Instant newest = alike.getFirst().createdAt();
        return instances + " instances of " + alike.size()
                + " earlier evaluations with the same samplers, the newest of "
                + LocalDate.ofInstant(newest, ZoneOffset.UTC) + "; 5 to 95 % of resampled totals";
    }
}
