package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.submission.Parts;
import dev.monkeywrench.evaluation.submission.SubmissionReport;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import dev.monkeywrench.evaluation.submission.Submitted;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.RunRequest;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.Runs;
import dev.monkeywrench.run.Submission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Judges predictions that come one by one, each by a run of its own, and reports on them together. Thread-safe. */
public final class Submissions {

    private static final String PATCH_FIELD = "plan.patches[0]";

    private final SubmissionStore store;
    private final Parts parts;
    private final Runs runs;
    private final RunRecords records;
    private final InstantSource clock;

    Submissions(SubmissionStore store, Parts parts, Runs runs, RunRecords records, InstantSource clock) {
        this.store = store;
        this.parts = parts;
        this.runs = runs;
        this.records = records;
        this.clock = clock;
    }

    /** Takes a prediction in; a run has one for each instance. */
    public SubmissionReply submit(SubmittedRun run, Prediction prediction) throws InterruptedException {
        Optional<Suite> suite = parts.find(run.part());
        if (suite.isEmpty()) {
            return new SubmissionReply.Unknown("There is no split '"
                    + run.part().split() + "' of a subset '" + run.part().subset() + "' here");
        }
        Optional<Suite.Row> row = suite.get().rows().stream()
                .filter(each -> each.id().equals(prediction.instanceId()))
                .findFirst();
        if (row.isEmpty()) {
            return new SubmissionReply.Unknown("'" + prediction.instanceId() + "' is no instance of "
                    + run.part().subset() + " " + run.part().split());
        }
        return store.holds(run, prediction.instanceId())
                ? new SubmissionReply.AlreadyThere()
                : take(run, prediction, row.get());
    }

    private SubmissionReply take(SubmittedRun run, Prediction prediction, Suite.Row row) throws InterruptedException {
        if (prediction.patch().isEmpty()) {
            return keep(run, new Submitted(prediction, Optional.empty(), Optional.empty()));
        }
        return switch (judging(run, prediction, row)) {
            case Submission.Accepted accepted ->
                keep(run, new Submitted(prediction, Optional.of(accepted.run().id()), Optional.empty()));
            case Submission.Refused refused -> refused(run, prediction, refused.problems());
            case Submission.KeyReused reused -> new SubmissionReply.Later("Another prediction is being taken in");
            case Submission.KeyInFlight inFlight -> new SubmissionReply.Later("The same prediction is being taken in");
            case Submission.QueueFull full ->
                new SubmissionReply.Later(full.queued() + " runs wait, and no more may; submit again later");
        };
    }

    /**
     * Whoever is killed between the two steps and submits again gets the same run. One that came to nothing is not given
     * again: a user who deletes a submitted run and repeats it wants it judged.
     */
    private Submission judging(SubmittedRun run, Prediction prediction, Suite.Row row) throws InterruptedException {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.putArray("patches").add(prediction.patch());
        String digest = ApiKeys.digest(String.join(
                "\n",
                run.owner(),
                run.part().subset(),
                run.part().split(),
                run.name(),
                row.id().value(),
                prediction.patch()));
        Submission first = runs.submit(new RunRequest(
                row.row(), plan, Optional.of(new RunStore.IdempotencyKey("submitted-" + digest, digest))));
        boolean over = first instanceof Submission.Accepted accepted
                && (accepted.run().state() == RunState.CANCELLED
                        || accepted.run().state() == RunState.FAILED);
        return over ? runs.submit(new RunRequest(row.row(), plan, Optional.empty())) : first;
    }

    /** What no tool could apply is an answer; anything else is wrong with the instance or with us. */
    private SubmissionReply refused(SubmittedRun run, Prediction prediction, List<FieldProblem> problems) {
        FieldProblem first = problems.getFirst();
        if (problems.stream().allMatch(problem -> problem.field().equals(PATCH_FIELD))) {
            return keep(run, new Submitted(prediction, Optional.empty(), Optional.of(first.problem())));
        }
        return new SubmissionReply.Unusable(first.field() + " " + first.problem());
    }

    private SubmissionReply keep(SubmittedRun run, Submitted submitted) {
        return store.keep(run, submitted, clock.instant())
                ? new SubmissionReply.Launched()
                : new SubmissionReply.AlreadyThere();
    }

    /** A run that nobody submitted has no predictions. */
    public SubmissionProgress progress(SubmittedRun run) {
        List<String> running = new ArrayList<>();
        List<String> completed = new ArrayList<>();
        for (Submitted submitted : store.of(run)) {
            boolean open = submitted.run().flatMap(records::find).map(Run::state).stream()
                    .anyMatch(state -> !state.isFinal());
            (open ? running : completed).add(submitted.prediction().instanceId().value());
        }
        return new SubmissionProgress(running, completed);
    }

    /** Empty where nobody submitted such a run. */
    public Optional<ObjectNode> report(SubmittedRun run) {
        List<Submitted> predictions = store.of(run);
        Optional<Suite> suite = parts.find(run.part());
        return predictions.isEmpty() || suite.isEmpty()
                ? Optional.empty()
                : Optional.of(new SubmissionReport(records)
                        .of(predictions, suite.get().ids()));
    }

    public List<String> runs(String owner, SuitePart part) {
        return store.runs(owner, part);
    }

    /** Forgets a run and ends what is being judged of it; whether there was one. */
    public boolean delete(SubmittedRun run) {
        List<Submitted> held = store.delete(run);
        for (Submitted submitted : held) {
            Optional<RunId> judging = submitted.run();
            judging.ifPresent(runs::cancel);
        }
        return !held.isEmpty();
    }

    /** Every part that predictions may be submitted for. */
    public List<SuitePart> parts() {
        return parts.all();
    }
}
