package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialFiles;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.OfficialPrediction;
import dev.monkeywrench.evaluation.OwnVerdict;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.RunFiles;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Writes what a service tells of runs into official files. Thread-safe. */
final class OfficialOutput implements AutoCloseable {

    private static final RunFiles NO_FILES = new RunFiles("", "", 0);
    private static final String NOT_TAKEN = "The service took no run of it in";

    private final OfficialFiles files;
    private final String drawing;

    /**
     * Begins the files of a run.
     *
     * @param drawing what the model of drawn candidates is called
     */
    OfficialOutput(Path folder, String runId, String drawing) {
        this.files = OfficialFiles.in(folder, runId);
        this.drawing = drawing;
    }

    /** Predictions of one instance, in the order in which its run was given them; of a model's several the last counts. */
    void judged(Suite.Row row, RunView run, RunSamples samples, List<Prediction> predictions)
            throws InterruptedException {
        Map<String, Integer> last = new LinkedHashMap<>();
        List<OfficialPrediction> told = new ArrayList<>();
        for (int index = 0; index < predictions.size(); index++) {
            Prediction proposed = predictions.get(index);
            told.add(prediction(row, proposed.model(), proposed.patch(), samples.verdict(index)));
            last.put(proposed.model(), index);
        }
        List<OfficialOutcome> outcomes = new ArrayList<>();
        for (int index : last.values()) {
            OfficialPrediction prediction = told.get(index);
            outcomes.add(new OfficialOutcome(prediction, ending(samples, index, run, prediction)));
        }
        // all is read before anything is told: a service that fails in between leaves the instance untold
        told.forEach(files::candidate);
        outcomes.forEach(files::selected);
    }

    /** What a run drew; the best of what passed counts, and nothing where nothing did. */
    void drawn(Suite.Row row, RunView run, RunSamples samples) throws InterruptedException {
        Map<String, String> patches = new HashMap<>();
        List<OfficialPrediction> told = new ArrayList<>();
        for (int index : samples.indices()) {
            Optional<String> digest = samples.digest(index);
            if (digest.isPresent() && !patches.containsKey(digest.get())) {
                patches.put(digest.get(), samples.patch(digest.get()));
            }
            String patch = digest.map(known -> patches.getOrDefault(known, "")).orElse("");
            told.add(prediction(row, drawing, patch, samples.verdict(index)));
        }
        OfficialOutcome outcome = best(samples, row, run, patches);
        told.forEach(files::candidate);
        files.selected(outcome);
    }

    private OfficialOutcome best(RunSamples samples, Suite.Row row, RunView run, Map<String, String> patches)
            throws InterruptedException {
        Optional<JsonNode> best = run.passing().stream().findFirst();
        if (best.isEmpty()) {
            OfficialEnding ending = run.state().equals("COMPLETED") ? new OfficialEnding.EmptyPatch() : broken(run);
            return new OfficialOutcome(prediction(row, drawing, "", Optional.empty()), ending);
        }
        int index = best.get().path("firstSampleIndex").asInt(0);
        String patch = patches.getOrDefault(best.get().path("digest").asString(""), "");
        OfficialPrediction prediction = prediction(row, drawing, patch, samples.verdict(index));
        return new OfficialOutcome(prediction, ending(samples, index, run, prediction));
    }

    /** Predictions whose run came to nothing, or could not even be taken in. */
    void unjudged(Suite.Row row, List<Prediction> predictions, Optional<RunView> run) {
        Map<String, Prediction> last = new LinkedHashMap<>();
        for (Prediction each : predictions) {
            files.candidate(prediction(row, each.model(), each.patch(), Optional.empty()));
            last.put(each.model(), each);
        }
        last.values()
                .forEach(each -> files.selected(new OfficialOutcome(
                        prediction(row, each.model(), each.patch(), Optional.empty()), unjudged(each.patch(), run))));
    }

    /** An instance whose turn has not come. */
    void waiting(Suite.Row row, List<Prediction> predictions) {
        Map<String, OfficialPrediction> last = new LinkedHashMap<>();
        predictions.forEach(
                each -> last.put(each.model(), prediction(row, each.model(), each.patch(), Optional.empty())));
        if (last.isEmpty()) {
            last.put(drawing, prediction(row, drawing, "", Optional.empty()));
        }
        last.values().forEach(each -> files.selected(new OfficialOutcome(each, new OfficialEnding.Pending())));
    }

    /** An instance for which no run was made. */
    void notDrawn(Suite.Row row) {
        OfficialEnding ending = new OfficialEnding.Broken(NOT_TAKEN, false, NO_FILES);
        files.selected(new OfficialOutcome(prediction(row, drawing, "", Optional.empty()), ending));
    }

    private static OfficialEnding unjudged(String patch, Optional<RunView> run) {
        if (patch.isEmpty()) {
            return new OfficialEnding.EmptyPatch();
        }
        return run.map(OfficialOutput::broken).orElseGet(() -> new OfficialEnding.Broken(NOT_TAKEN, false, NO_FILES));
    }

    List<Path> finish(List<InstanceId> suite) {
        return files.finish(suite);
    }

    private static OfficialEnding broken(RunView run) {
        if (!run.ended()) {
            return new OfficialEnding.Pending();
        }
        boolean byMachine = run.json().path("problem").path("type").asString("").endsWith("/environment-unavailable");
        return new OfficialEnding.Broken(run.problem().orElse(run.state()), byMachine, NO_FILES);
    }

    private static OfficialEnding ending(RunSamples samples, int index, RunView run, OfficialPrediction prediction)
            throws InterruptedException {
        if (prediction.patch().isEmpty()) {
            return new OfficialEnding.EmptyPatch();
        }
        if (prediction.ours().isEmpty()) {
            return samples.unreadable(index)
                    .<OfficialEnding>map(why -> new OfficialEnding.NotApplied(why, NO_FILES))
                    .orElseGet(() -> broken(run));
        }
        OwnVerdict ours = prediction.ours().get();
        return samples.ending(ours.sample(), ours.verdict(), ours.reason());
    }

    private static OfficialPrediction prediction(
            Suite.Row row, String model, String patch, Optional<OwnVerdict> verdict) {
        return new OfficialPrediction(row.id(), model, patch, pullRequest(row), verdict);
    }

    private static Optional<String> pullRequest(Suite.Row row) {
        JsonNode fields = row.row();
        boolean stated = fields.path("org").isString()
                && fields.path("repo").isString()
                && fields.path("number").isIntegralNumber();
        return stated
                ? Optional.of(fields.path("org").stringValue() + "/"
                        + fields.path("repo").stringValue() + ":pr-"
                        + fields.path("number").longValue())
                : Optional.empty();
    }

    @Override
    public void close() {
        files.close();
    }
}
