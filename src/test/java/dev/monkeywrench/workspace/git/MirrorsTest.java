package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.Holding;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class MirrorsTest extends RemoteRepository {

    @Test
    void fetchesOnceAndThenReadsTheMirror() throws InterruptedException {
        Workspaces workspaces = workspaces();

        assertThat(open(workspaces, base)).isInstanceOf(Opening.Opened.class);
        int asked = server.asked().size();
        assertThat(open(workspaces, base)).isInstanceOf(Opening.Opened.class);

        assertThat(server.asked()).hasSize(asked);
    }

    @Test
    void fetchesAgainWhenACommitIsMissing() throws IOException, InterruptedException {
        Workspaces workspaces = workspaces();
        open(workspaces, base);
        ObjectId later = commit("two\n", base);
        Repositories.point(repository, "refs/heads/main", later);

        assertThat(open(workspaces, later)).isInstanceOf(Opening.Opened.class);
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void opensTheSameNewMirrorFromEightThreadsWithOneFetch() throws Exception {
        List<Future<Opening>> openings = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Workspaces workspaces = workspaces();
                openings.add(threads.submit(() -> {
                    start.await();
                    return open(workspaces, base);
                }));
            }
            start.countDown();
            for (Future<Opening> opening : openings) {
                assertThat(opening.get()).isInstanceOf(Opening.Opened.class);
            }
        }
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void evictsAMirrorThatNobodyReadsAndFetchesItAgain() throws Exception {
        Workspaces workspaces = workspaces();
        Opening.Opened first = (Opening.Opened) openAndKeep(workspaces, base);
        Opening.Opened second = (Opening.Opened) openAndKeep(workspaces, base);
        MirrorHoldings holdings = new MirrorHoldings(mirrors());
        Holding mirror = holdings.list().getFirst();
        assertThat(mirror.bytes()).isPositive();

        first.workspace().close();
        assertThat(holdings.evict(mirror)).isFalse();
        second.workspace().close();
        assertThat(holdings.evict(mirror)).isTrue();
        assertThat(holdings.list()).isEmpty();

        assertThat(open(workspaces, base)).isInstanceOf(Opening.Opened.class);
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void replacesWhatAKilledProcessLeft() throws IOException, InterruptedException {
        String digest = Mirrors.digest(server.address());
        Files.createDirectories(mirrors().resolve(digest + ".unfinished/objects/pack"));
        Files.writeString(mirrors().resolve(digest + ".unfinished/HEAD"), "half");
        Files.writeString(mirrors().resolve(digest + ".lock"), "");

        assertThat(open(workspaces(), base)).isInstanceOf(Opening.Opened.class);
        assertThat(mirrors().resolve(digest + ".unfinished")).doesNotExist();
    }

    @Test
    void removesPacksAKilledFetchLeft() throws IOException, InterruptedException {
        Workspaces workspaces = workspaces();
        open(workspaces, base);
        Path packs = mirrors().resolve(Mirrors.digest(server.address()) + "/objects/pack");
        Path leftover = Files.writeString(packs.resolve("incoming_1.pack"), "half");
        ObjectId later = commit("two\n", base);
        Repositories.point(repository, "refs/heads/main", later);

        assertThat(open(workspaces, later)).isInstanceOf(Opening.Opened.class);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void saysThatACommitIsUnknown() throws InterruptedException {
        assertThat(open(workspaces(), ObjectId.fromString("1".repeat(40)))).isInstanceOf(Opening.UnknownCommit.class);
    }

    @Test
    void understandsServersOfTheFirstProtocol() throws InterruptedException {
        server.speakOnlyTheFirstProtocol();

        assertThat(open(workspaces(), base)).isInstanceOf(Opening.Opened.class);
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void fetchesACommitThatHasNoNameAnyLonger() throws IOException, InterruptedException {
        ObjectId nameless = commit("nameless\n", base);

        assertThat(open(workspaces(), nameless)).isInstanceOf(Opening.Opened.class);
    }
}
