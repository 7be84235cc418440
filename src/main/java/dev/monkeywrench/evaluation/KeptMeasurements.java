package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.SampleCounts;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.SampleOutline;
import dev.monkeywrench.run.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what evaluations that the service keeps say for a plan; one run is read at a time. Thread-safe. */
final class KeptMeasurements {

    private static final int PAGE = 200;

    private final EvaluationStore store;
    private final RunRecords records;

    KeptMeasurements(EvaluationStore store, RunRecords records) {
        this.store = store;
        this.records = records;
    }

    Measurement of(String id) {
        return Optional.of(id)
                .filter(EvaluationId::isId)
                .flatMap(known -> store.find(new EvaluationId(known)))
                .map(this::of)
                .orElseGet(() -> new Measurement.Useless(
                        "is no evaluation of this service", "Send an id that GET /api/v1/evaluations lists"));
    }

    private Measurement of(Evaluation evaluation) {
        MeasurementBuilder builder = new MeasurementBuilder();
        int after = -1;
        boolean more = true;
        while (more) {
            Page<Member> page =
                    store.members(evaluation.id(), new MemberFilter(Optional.empty(), Optional.empty(), after, PAGE));
            page.items().forEach(member -> add(builder, evaluation, member));
            more = page.next().isPresent() && !page.items().isEmpty();
            after = page.items().isEmpty() ? after : page.items().getLast().ordinal();
        }
        return builder.build();
    }

    /** One that waits or runs has no sample yet that counts. */
    private void add(MeasurementBuilder builder, Evaluation evaluation, Member member) {
        if (member.landed().isEmpty()) {
            builder.waits();
            return;
        }
        Landed landed = member.landed().get();
        boolean early = !evaluation.isFixed()
                || landed.stopReason().filter(ReportedRun::isEarly).isPresent();
        builder.add(
                member.instanceId(),
                landed.run().flatMap(run -> counts(member, run, early)),
                landed.cost().dollars());
    }

    private Optional<SampleCounts> counts(Member member, RunId run, boolean early) {
        List<SampleOutline> samples = records.outline(run);
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Set<PatchDigest> passed = samples.stream()
                .filter(sample -> sample.verdict().equals(Optional.of(VerdictKind.PASSED)))
                .flatMap(sample -> sample.digest().stream())
                .collect(Collectors.toSet());
        int resolved = (int) samples.stream()
                .filter(sample -> sample.digest().filter(passed::contains).isPresent())
                .count();
        return Optional.of(
                early
                        ? new SampleCounts.StoppedEarly(member.instanceId(), samples.size(), resolved)
                        : new SampleCounts.FixedN(member.instanceId(), samples.size(), resolved));
    }
}
