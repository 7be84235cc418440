package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    @TempDir
    private Path home;

    @Test
    void whatACommandLeftIsFoundByTheNext() throws Exception {
        leave(DIGEST);

        try (Unfinished again = take(DIGEST, false).orElseThrow()) {
            assertThat(again.database()).contains(home.resolve("unfinished").resolve(DIGEST) + "/evaluation;");
            assertThat(left()).containsExactly("evaluation.mv.db");
        }
    }

    @Test
    void anEvaluationThatEndedLeavesNothing() throws Exception {
        leave(DIGEST);
        try (Unfinished again = take(DIGEST, false).orElseThrow()) {
            again.end();
        }

        assertThat(home.resolve("unfinished").resolve(DIGEST)).doesNotExist();
    }

    @Test
    void startingOverForgetsWhatWasThere() throws Exception {
        leave(DIGEST);
        try (Unfinished again = take(DIGEST, true).orElseThrow()) {
            assertThat(left()).isEmpty();
            again.end();
        }
    }

    @Test
    void oneCommandHasItAtATime() throws Exception {
        try (Unfinished first = take(DIGEST, false).orElseThrow()) {
            assertThat(take(DIGEST, false)).isEmpty();
            first.end();
        }
        assertThat(take(DIGEST, false)).hasValueSatisfying(Unfinished::close);
    }

    @Test
    void forgetsWhatNobodyComesBackFor() throws Exception {
        leave("old");
        Path lock = home.resolve("unfinished").resolve("old.lock");
        Files.setLastModifiedTime(lock, FileTime.from(NOW.minus(Duration.ofDays(15))));
        leave("young");

        take(DIGEST, false).orElseThrow().close();

        assertThat(home.resolve("unfinished").resolve("old")).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(home.resolve("unfinished").resolve("young")).exists();
    }

    private Optional<Unfinished> take(String digest, boolean over) throws InterruptedException {
        return Unfinished.take(home, digest, over, () -> NOW);
    }

    private void leave(String digest) throws Exception {
        try (Unfinished place = take(digest, false).orElseThrow()) {
            assertThat(place.database()).isNotBlank();
            Files.writeString(home.resolve("unfinished").resolve(digest).resolve("evaluation.mv.db"), "rows");
        }
    }

    private Stream<String> left() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("unfinished").resolve(DIGEST))) {
            return files.map(path -> String.valueOf(path.getFileName())).toList().stream();
        }
    }
}
