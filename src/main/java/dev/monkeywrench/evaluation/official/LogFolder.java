package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folders {@code <root>/<run_id>/<model>/<instance_id>}.
 *
 * @param root {@code logs/run_evaluation}
 */
record LogFolder(Path root, FolderName run) {

    /** What the harness would have written of an outcome; what was never begun has no folder there either. */
    void write(OfficialOutcome outcome) throws IOException {
        Optional<RunFiles> files = files(outcome.ending());
        if (files.isEmpty()) {
            return;
        }
        Path folder = root.resolve(run.value())
                .resolve(FolderName.of(outcome.prediction().model()).value())
                .resolve(outcome.prediction().instance().value());
        Files.createDirectories(folder);
        put(folder.resolve("patch.diff"), outcome.prediction().patch());
        put(folder.resolve("eval.sh"), files.get().evalScript());
        put(folder.resolve("run_instance.log"), InstanceLog.text(outcome));
        put(folder.resolve("test_output.txt"), InstanceLog.testOutput(outcome.ending()));
        put(
                folder.resolve("report.json"),
                InstanceReport.of(outcome.prediction().instance(), outcome.ending())
                        .map(PythonJson::indented));
        put(folder.resolve("verdict.json"), outcome.prediction().ours().map(ours -> PythonJson.indented(ours.json())));
    }

    private static Optional<RunFiles> files(OfficialEnding ending) {
        return switch (ending) {
            case OfficialEnding.Graded graded -> Optional.of(graded.files());
            case OfficialEnding.Ungraded ungraded -> Optional.of(ungraded.files());
            case OfficialEnding.NotApplied refused -> Optional.of(refused.files());
            case OfficialEnding.TimedOut late -> Optional.of(late.files());
            case OfficialEnding.Broken broken -> Optional.of(broken.files());
            case OfficialEnding.EmptyPatch nothing -> Optional.empty();
            case OfficialEnding.Pending waiting -> Optional.empty();
        };
    }

    /** A file of an earlier writing that does not belong here any more goes. */
    private static void put(Path file, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            put(file, text.get());
        }
    }

    /** Whole or not at all: whoever is killed leaves no half report that a harness would read. */
    static void put(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
