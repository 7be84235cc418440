package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.official.FolderName;
import dev.monkeywrench.evaluation.official.OfficialRun;
import dev.monkeywrench.instance.InstanceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that the official harnesses write of a run: a log folder an instance, a summary and predictions a model,
 * Multi-SWE-bench's final report where instances are of it, and all candidates. Thread-safe.
 */
public final class OfficialFiles implements AutoCloseable {

    private final Path folder;
    private final OfficialRun run;

    private OfficialFiles(Path folder, OfficialRun run) {
        this.folder = folder;
        this.run = run;
    }

    /**
     * Begins the files of a run.
     *
     * @param runId its name, hostile
     */
    public static OfficialFiles in(Path folder, String runId) {
        try {
            return new OfficialFiles(folder, new OfficialRun(folder, FolderName.of(runId)));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Tells one of an instance's candidates. */
    public synchronized void candidate(OfficialPrediction candidate) {
        try {
            run.candidate(candidate);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Tells the one prediction that a model makes for an instance. */
    public synchronized void selected(OfficialOutcome outcome) {
        try {
            run.selected(outcome);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes what is told of all instances together.
     *
     * @param suite all that were to be solved
     * @return the summaries, one a model
     */
    public synchronized List<Path> finish(List<InstanceId> suite) {
        try {
            return run.finish(suite);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static UncheckedIOException unwritable(Path folder, IOException fault) {
        return new UncheckedIOException("The files cannot be written to " + folder + "; is it writable?", fault);
    }

    @Override
    public void close() {
        try {
            run.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }
}
