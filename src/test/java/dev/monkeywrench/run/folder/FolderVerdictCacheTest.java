package dev.monkeywrench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictCacheContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the verdict cache on files, and what only files can meet. */
class FolderVerdictCacheTest extends VerdictCacheContract {

    @TempDir
    private Path folder;

    @Override
    protected VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return FolderVerdicts.in(folder.resolve("verdicts"), diff -> Patches.none(), clock, mostEntries, longestUnused);
    }

    @Test
    void oneProcessFindsWhatAnotherKept() {
        cache().keep(key("1"), kept("one", failed(TEST)));
        assertThat(cache().find(key("1"))).contains(kept("one", failed(TEST)));
    }

    @Test
    void whatTwoProcessesDisagreeOnIsGivenToNone() {
        cache().keep(key("1"), kept("one", failed(TEST)));
        cache().keep(key("1"), kept("two", passed()));
        assertThat(cache().find(key("1"))).isEmpty();
    }

    /** A machine that lost its power may leave the beginning of a file. */
    @Test
    void halfAFileIsForgotten() throws IOException {
        cache().keep(key("1"), kept("one", passed()));
        for (Path file : paths()) {
            Files.writeString(file, Files.readString(file).substring(0, 40));
        }
        assertThat(cache().find(key("1"))).isEmpty();
        cache().keep(key("1"), kept("two", passed()));
        assertThat(cache().find(key("1"))).map(VerdictCache.Kept::run).contains("two");
    }

    @Test
    void folderThatCannotBeWrittenCostsFindingsOnly() throws IOException {
        Files.writeString(folder.resolve("verdicts"), "no folder");
        cache().keep(key("1"), kept("one", passed()));
        assertThat(cache().find(key("1"))).isEmpty();
    }

    @Test
    void nothingIsLeftBesideWhatIsKept() {
        VerdictCache cache = cache();
        for (String name : List.of("1", "1", "2", "3", "4", "5")) {
            cache.keep(key(name), kept(name, passed()));
        }
        assertThat(paths()).hasSize(3);
    }

    private VerdictCache cache() {
        return cache(() -> BEGIN, 3, Duration.ofDays(1));
    }

    private List<Path> paths() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
