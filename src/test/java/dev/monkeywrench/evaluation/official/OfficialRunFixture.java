package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.RunFiles;
import dev.monkeywrench.evaluation.TestsStatus;
import dev.monkeywrench.instance.InstanceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Writes the official files of outcomes into a folder. */
abstract class OfficialRunFixture {

    static final TestsStatus RESOLVED = new TestsStatus(true, List.of("t::a"), List.of(), List.of("t::b"), List.of());

    @TempDir
    Path folder;

    void write(OfficialOutcome... outcomes) throws IOException {
        try (OfficialRun run = new OfficialRun(folder, FolderName.of("run"))) {
            for (OfficialOutcome outcome : outcomes) {
                run.candidate(outcome.prediction());
                run.selected(outcome);
            }
            run.finish(Stream.concat(
                            Stream.of(outcomes)
                                    .map(outcome -> outcome.prediction().instance())
                                    .distinct(),
                            Stream.of(new InstanceId("left-1")))
                    .toList());
        }
    }

    static RunFiles files(String output) {
        return new RunFiles("#!/bin/bash\n", output, 1.5);
    }
}
