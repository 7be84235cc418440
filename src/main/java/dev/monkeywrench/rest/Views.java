package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.Passing;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunProblem;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.Provenance;
import dev.monkeywrench.verification.TestStatus;
import dev.monkeywrench.verification.Verification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns runs into what is shown of them. */
final class Views {

    /** Verdicts come with their tests; of many that passed, the best are shown and the rest listed among the samples. */
    private static final int MOST_VERDICTS = 10;

    private final RunRecords records;
    private final RecentAccounts accounts;

    Views(RunRecords records, RecentAccounts accounts) {
        this.records = records;
        this.accounts = accounts;
    }

    /** All that is known of a run. */
    RunView whole(Run run) {
        List<Passing> passing = records.passing(run.id());
        return view(
                run,
                records.prepared(run.id())
                        .map(prepared -> baseline(prepared.baseline()))
                        .orElse(null),
                passing.stream().map(patch -> passing(run.id(), patch)).toList(),
                verdicts(run.id(), passing.stream().limit(MOST_VERDICTS).toList()),
                LedgerView.of(accounts.of(run)));
    }

    RunPage page(Page<Run> page) {
        List<RunView> runs = page.items().stream()
                .map(run -> view(run, null, null, null, null))
                .toList();
        return new RunPage(runs, page.next().orElse(null));
    }

    private static RunView view(
            Run run,
            RunView.@Nullable BaselineView baseline,
            @Nullable List<RunView.PassingView> passing,
            @Nullable List<RunView.VerdictView> verdicts,
            @Nullable LedgerView ledger) {
        return new RunView(
                run.id().value(),
                run.instanceId().value(),
                run.state().name(),
                run.stopReason().map(Enum::name).orElse(null),
                run.counts().passed() > 0,
                run.createdAt(),
                run.startedAt().orElse(null),
                run.endedAt().orElse(null),
                run.engine().orElse(null),
                run.seed(),
                run.counts(),
                baseline,
                passing,
                verdicts,
                ledger,
                run.problem().map(Views::problem).orElse(null));
    }

    private static RunView.BaselineView baseline(Baseline baseline) {
        return new RunView.BaselineView(
                names(baseline.expected().failToPass()),
                names(baseline.expected().passToPass()),
                baseline.contradictions(),
                seconds(baseline.elapsed()),
                isCached(baseline.provenance()),
                from(baseline.provenance(), false),
                baseline.flakiness().map(FlakinessView::of).orElse(null));
    }

    private static List<String> names(List<TestId> tests) {
        return tests.stream().map(TestId::value).toList();
    }

    private static RunView.PassingView passing(RunId run, Passing passing) {
        return new RunView.PassingView(
                passing.digest().value(),
                passing.votes(),
                passing.firstSampleIndex(),
                "/api/v1/runs/" + run + "/patches/" + passing.digest() + ".diff");
    }

    private List<RunView.VerdictView> verdicts(RunId run, List<Passing> passing) {
        List<PatchDigest> digests = passing.stream().map(Passing::digest).toList();
        Map<PatchDigest, Verification> verifications = records.verifications(run, digests);
        return digests.stream()
                .flatMap(digest -> Optional.ofNullable(verifications.get(digest)).stream()
                        .map(verification -> verdict(digest, verification)))
                .toList();
    }

    private static RunView.VerdictView verdict(PatchDigest digest, Verification verification) {
        return new RunView.VerdictView(
                digest.value(),
                VerdictWords.kind(verification).name(),
                seconds(verification.elapsed()),
                isCached(verification.provenance()),
                from(verification.provenance(), false),
                verification.evidence(),
                verification.trials().map(TrialsView::of).orElse(null),
                tests(verification));
    }

    static RunView.ProblemView problem(RunProblem problem) {
        ProblemType type = switch (problem.kind()) {
            case INSTANCE_UNSOUND -> ProblemType.INSTANCE_UNSOUND;
            case ENVIRONMENT_UNAVAILABLE -> ProblemType.ENVIRONMENT_UNAVAILABLE;
            case INTERNAL_FAULT -> ProblemType.INTERNAL_FAULT;
        };
        String field = problem.field().orElse("");
        return new RunView.ProblemView(
                type.uri().toString(),
                type.title(),
                type.status().value(),
                problem.message(),
                List.of(new FieldProblem(field, problem.message(), problem.remedy())),
                problem.log().isEmpty() ? null : problem.log());
    }

    private static boolean isCached(Optional<Provenance> provenance) {
        return provenance.filter(Provenance::cached).isPresent();
    }

    private static @Nullable ProvenanceView from(Optional<Provenance> provenance, boolean withKey) {
        return provenance.map(known -> ProvenanceView.of(known, withKey)).orElse(null);
    }

    /**
     * A page of samples.
     *
     * @param contents of their runs, shown only where they are asked for: tests, log, key
     * @param official shows what the official harness would say; empty where nobody asks, or there is no baseline
     * @param costs by sample index; empty where nobody asks
     */
    static SamplePage samples(
            Page<SampleRecord> page,
            Set<String> contents,
            Optional<OfficialViews> official,
            Map<Integer, SampleCostView> costs) {
        List<SampleView> samples = page.items().stream()
                .map(sample -> sample(sample, contents, official, costs.get(sample.sampleIndex())))
                .toList();
        return new SamplePage(samples, page.next().orElse(null));
    }

    private static SampleView sample(
            SampleRecord sample,
            Set<String> contents,
            Optional<OfficialViews> official,
            @Nullable SampleCostView cost) {
        Optional<Verification> verification = sample.verification();
        Optional<Provenance> provenance = verification.flatMap(Verification::provenance);
        return new SampleView(
                sample.sampleIndex(),
                sample.kind().name(),
                sample.arm(),
                sample.origin(),
                sample.digest().map(PatchDigest::value).orElse(null),
                verification.map(found -> VerdictWords.kind(found).name()).orElse(null),
                sample.reason()
                        .or(() -> verification.flatMap(VerdictWords::reason))
                        .orElse(null),
                verification.map(found -> seconds(found.elapsed())).orElse(null),
                verification.isPresent() ? isCached(provenance) : null,
                from(provenance, contents.contains("key")),
                verification.map(Verification::evidence).orElse(List.of()),
                verification.flatMap(Verification::trials).map(TrialsView::of).orElse(null),
                contents.contains("tests") ? verification.map(Views::tests).orElse(null) : null,
                contents.contains("log") ? verification.map(Verification::log).orElse(null) : null,
                official.flatMap(views -> verification.map(views::view)).orElse(null),
                cost);
    }

    private static Map<String, TestStatus> tests(Verification verification) {
        Map<String, TestStatus> tests = new LinkedHashMap<>();
        verification.report().statuses().forEach((test, status) -> tests.put(test.value(), status));
        return tests;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
