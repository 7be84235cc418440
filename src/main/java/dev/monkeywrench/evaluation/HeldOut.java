package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.Outcome;
import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What held-out tests say of the patches of another evaluation, found by instance and digest. */
final class HeldOut {

    private final Map<InstanceId, Map<String, VerdictKind>> verdicts = new HashMap<>();

    HeldOut(EvaluationRecord record) {
        for (ReportedRun run : record.runs()) {
            Map<String, VerdictKind> judged = verdicts.computeIfAbsent(run.instance(), id -> new HashMap<>());
            for (ReportedSample sample : run.samples()) {
                sample.digest().ifPresent(digest -> sample.verdict().ifPresent(verdict -> judged.put(digest, verdict)));
            }
        }
    }

    /**
     * Whether it judged one of the patches that passed.
     *
     * @throws IllegalArgumentException when which patch was selected is not written down
     */
    boolean judged(ReportedRun run) {
        boolean passed = false;
        boolean found = false;
        for (ReportedSample sample : run.samples()) {
            if (sample.verdict().equals(Optional.of(VerdictKind.PASSED))) {
                passed = true;
                found |= sample.digest()
                        .filter(digest -> verdict(run, digest).isPresent())
                        .isPresent();
            }
        }
        if (passed && run.selected().isEmpty()) {
            throw new IllegalArgumentException("Which patch of " + run.instance()
                    + " was selected is not written down in this folder; report on the evaluation by its id, or"
                    + " evaluate with --output again");
        }
        return found;
    }

    /** Of a sample that passed. */
    Outcome outcome(ReportedRun run, String digest) {
        return verdict(run, digest)
                .map(verdict -> switch (verdict) {
                    case PASSED -> Outcome.RESOLVED;
                    case FAILED, NOT_APPLIED, TIMED_OUT, TAMPERED -> Outcome.REFUSED;
                    case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
                })
                .orElse(Outcome.INCONCLUSIVE);
    }

    Selected selected(ReportedRun run) {
        return run.selected()
                .map(digest -> outcome(run, digest) == Outcome.RESOLVED ? Selected.RESOLVED : Selected.UNRESOLVED)
                .orElse(Selected.NONE);
    }

    private Optional<VerdictKind> verdict(ReportedRun run, String digest) {
        return Optional.ofNullable(
                verdicts.getOrDefault(run.instance(), Map.of()).get(digest));
    }
}
