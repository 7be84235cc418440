package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnfinishedTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @TempDir
    private Path home;

    @Test
    void whatACommandLeftIsFoundByTheNext() throws Exception {
        leave(OTHER);
        String database = leave(DIGEST);

        Unfinished.Left left = Unfinished.left(home, DIGEST);

        assertThat(left.inUse()).isFalse();
        assertThat(left.free()).extracting(Unfinished::database).containsExactly(database);
        left.free().forEach(Unfinished::close);
        assertThat(Unfinished.left(home, DIGEST).free())
                .as("nobody said that it has ended")
                .hasSize(1)
                .allSatisfy(Unfinished::close);
    }

    @Test
    void anEvaluationThatEndedLeavesNothing() throws Exception {
        leave(DIGEST);
        for (Unfinished again : Unfinished.left(home, DIGEST).free()) {
            again.end();
            again.close();
        }

        assertThat(left()).isEmpty();
    }

    @Test
    void aCommandThatEndsBeforeItKnowsWhatItEvaluatesLeavesNothing() {
        Unfinished.fresh(home, Instant::now).close();

        assertThat(left()).isEmpty();
    }

    @Test
    void oneCommandHasItAtATime() throws Exception {
        try (Unfinished first = Unfinished.fresh(home, Instant::now)) {
            first.holds(DIGEST);

            assertThat(Unfinished.left(home, DIGEST)).isEqualTo(new Unfinished.Left(List.of(), true));
            assertThat(Unfinished.left(home, OTHER)).isEqualTo(new Unfinished.Left(List.of(), false));
        }
    }

    @Test
    void anotherProcessSeesThatItIsInUse() throws Exception {
        try (Unfinished first = Unfinished.fresh(home, Instant::now)) {
            assertThat(Unfinished.left(home, DIGEST).inUse()).isFalse();
            first.holds(DIGEST);

            assertThat(seenByAnother()).isEqualTo("in use true, free 0\n");
            first.end();
        }
        assertThat(seenByAnother()).isEqualTo("in use false, free 0\n");
    }

    private String seenByAnother() throws Exception {
        Path said = home.resolve("said");
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UnfinishedTest.class.getName(),
                home.toString());
        Process other = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return Files.readString(said);
        } finally {
            other.destroyForcibly();
        }
    }

    /** What another command sees. */
    public static void main(String[] words) throws InterruptedException {
        Unfinished.Left left = Unfinished.left(Path.of(words[0]), DIGEST);
        System.out.printf("in use %s, free %d%n", left.inUse(), left.free().size());
    }

    @Test
    void theNewestComesFirst() throws Exception {
        String older = leave(DIGEST);
        makeOlder(Duration.ofDays(1));
        String newer = leave(DIGEST);

        List<Unfinished> free = Unfinished.left(home, DIGEST).free();

        assertThat(free).extracting(Unfinished::database).containsExactly(newer, older);
        free.forEach(Unfinished::close);
    }

    @Test
    void forgetsWhatNobodyComesBackFor() throws Exception {
        leave(OTHER);
        makeOlder(Duration.ofDays(15));
        leave(DIGEST);

        Unfinished.fresh(home, Instant::now).close();

        assertThat(Unfinished.left(home, OTHER).free()).isEmpty();
        assertThat(left()).hasSize(2);
    }

    @Test
    void forgetsWhatWasKilledBeforeItKnewWhatItEvaluates() throws Exception {
        Path all = Files.createDirectories(home.resolve("unfinished"));
        Files.createDirectories(all.resolve("1"));
        Files.createFile(all.resolve("1.lock"));

        Unfinished.fresh(home, Instant::now).close();
        assertThat(left()).as("somebody may be making it").hasSize(2);

        makeOlder(Duration.ofMinutes(2));
        Unfinished.fresh(home, Instant::now).close();
        assertThat(left()).isEmpty();
    }

    @Test
    void neverForgetsWhatACommandHas() throws Exception {
        try (Unfinished held = Unfinished.fresh(home, Instant::now)) {
            makeOlder(Duration.ofDays(15));

            Unfinished.fresh(home, Instant::now).close();

            assertThat(left()).hasSize(2);
            held.end();
        }
        assertThat(left()).isEmpty();
    }

    /** As a command does that is killed; where its database was. */
    private String leave(String digest) throws IOException {
        try (Unfinished place = Unfinished.fresh(home, Instant::now)) {
            place.holds(digest);
            return place.database();
        }
    }

    private void makeOlder(Duration age) throws IOException {
        for (Path path : left()) {
            Files.setLastModifiedTime(
                    path,
                    FileTime.from(Files.getLastModifiedTime(path).toInstant().minus(age)));
        }
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.list(home.resolve("unfinished"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
