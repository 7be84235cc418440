package dev.monkeywrench.evaluation.submission;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.OfficialPrediction;
import dev.monkeywrench.evaluation.OwnVerdict;
import dev.monkeywrench.evaluation.RunFiles;
import dev.monkeywrench.evaluation.TestsStatus;
import dev.monkeywrench.evaluation.official.RunSummary;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunProblem;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.SampleFilter;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.run.VerdictKind;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.EvalScripts;
import dev.monkeywrench.verification.LawfulTests;
import dev.monkeywrench.verification.Verification;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The report of a submitted run, as sb-cli saves it: the official summary, and beside it our verdicts. */
public record SubmissionReport(RunRecords records) {

    private static final RunFiles NO_FILES = new RunFiles("", "", 0);

    /** The body of the reply. */
    public ObjectNode of(List<Submitted> predictions, Collection<InstanceId> suite) {
        RunSummary summary = new RunSummary();
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ObjectNode report = reply.putObject("report");
        ObjectNode verdicts = reply.putObject("monkeywrench_verdicts");
        for (Submitted submitted : predictions) {
            OfficialOutcome outcome = outcome(submitted);
            summary.add(outcome);
            outcome.prediction()
                    .ours()
                    .ifPresent(ours ->
                            verdicts.set(submitted.prediction().instanceId().value(), ours.json()));
        }
        report.setAll(summary.jsonWithPending(suite));
        return reply;
    }

    private OfficialOutcome outcome(Submitted submitted) {
        if (submitted.prediction().patch().isEmpty()) {
            return unjudged(submitted, new OfficialEnding.EmptyPatch());
        }
        if (submitted.run().isEmpty()) {
            String why = submitted.fault().orElse("It was not judged");
            return unjudged(submitted, new OfficialEnding.NotApplied(why, NO_FILES));
        }
        return records.find(submitted.run().get())
                .map(run -> outcome(submitted, run))
                .orElseGet(() -> unjudged(
                        submitted, new OfficialEnding.Broken("Its run is not kept any more", false, NO_FILES)));
    }

    private OfficialOutcome outcome(Submitted submitted, Run run) {
        if (!run.state().isFinal()) {
            return unjudged(submitted, new OfficialEnding.Pending());
        }
        if (run.state() != RunState.COMPLETED) {
            boolean byMachine = run.problem()
                    .filter(problem -> problem.kind() == RunProblem.Kind.ENVIRONMENT_UNAVAILABLE)
                    .isPresent();
            String why =
                    run.problem().map(RunProblem::message).orElse(run.state().name());
            return unjudged(submitted, new OfficialEnding.Broken(why, byMachine, NO_FILES));
        }
        Optional<Verification> verification =
                records.samples(run.id(), new SampleFilter(Optional.empty(), -1, 1)).items().stream()
                        .findFirst()
                        .flatMap(SampleRecord::verification);
        return verification
                .map(found -> judged(submitted, run.id(), found))
                .orElseGet(() ->
                        unjudged(submitted, new OfficialEnding.NotApplied("The patch changes nothing", NO_FILES)));
    }

    private OfficialOutcome judged(Submitted submitted, RunId run, Verification verification) {
        VerdictKind kind = VerdictKind.of(verification.verdict());
        String reason = verification.verdict().why().orElse("");
        double seconds = verification.elapsed().toMillis() / 1000.0;
        OfficialEnding ending = OfficialEnding.of(
                kind, tests(run, verification), reason, new RunFiles("", verification.log(), seconds));
        OwnVerdict ours = new OwnVerdict(run.value(), 0, kind, reason, verification.evidence());
        return new OfficialOutcome(prediction(submitted, Optional.of(ours)), ending);
    }

    private Optional<TestsStatus> tests(RunId run, Verification verification) {
        Optional<GradedInstance> instance = records.instance(run);
        Optional<Journal.Prepared> prepared = records.prepared(run);
        return instance.flatMap(graded -> prepared.flatMap(
                        base -> EvalScripts.lawful(graded.hiddenTests(), base.baseline(), verification)))
                .map(SubmissionReport::status);
    }

    private static TestsStatus status(LawfulTests lawful) {
        return new TestsStatus(
                lawful.resolved(),
                names(lawful.repaired()),
                names(lawful.stillFailing()),
                names(lawful.kept()),
                names(lawful.broken()));
    }

    private static List<String> names(List<TestId> tests) {
        return tests.stream().map(TestId::value).toList();
    }

    private static OfficialOutcome unjudged(Submitted submitted, OfficialEnding ending) {
        return new OfficialOutcome(prediction(submitted, Optional.empty()), ending);
    }

    private static OfficialPrediction prediction(Submitted submitted, Optional<OwnVerdict> ours) {
        return new OfficialPrediction(
                submitted.prediction().instanceId(),
                submitted.prediction().model(),
                submitted.prediction().patch(),
                Optional.empty(),
                ours);
    }
}
