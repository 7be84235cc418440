package dev.monkeywrench.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.disk.DiskTerms;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeArchivesTest {

    @TempDir
    private Path home;

    private final CountedTree tree = new CountedTree("a/../b");

    @Test
    void writesATreeOnceHoweverManyAsk() throws Exception {
        try (TreeArchives archives = TreeArchives.below(home, OwnerProcess.current(), DiskBudget.unbounded());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TreeArchive>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> archives.of(tree)));
            }
            for (Future<TreeArchive> one : asked) {
                assertThat(one.get().size()).isEqualTo(3);
            }
            assertThat(tree.written).hasValue(1);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void forgetsAFailure() throws Exception {
        try (TreeArchives archives = TreeArchives.below(home, OwnerProcess.current(), DiskBudget.unbounded())) {
            tree.broken = true;
            assertThatThrownBy(() -> archives.of(tree)).isInstanceOf(SandboxUnavailable.class);
            tree.broken = false;
            assertThat(archives.of(tree).size()).isEqualTo(3);
        }
    }

    @Test
    void writesAnEvictedTreeAgain() throws Exception {
        DiskBudget small = new DiskBudget(new DiskTerms(4, 0), () -> Long.MAX_VALUE);
        try (TreeArchives archives = TreeArchives.below(home, OwnerProcess.current(), small)) {
            TreeArchive archive = archives.of(tree);
            small.trim();
            assertThat(archive.file()).exists();
            archives.of(new CountedTree("another"));
            small.trim();
            assertThat(archive.file()).doesNotExist();
            assertThat(archives.of(tree).file()).hasSize(3);
            assertThat(tree.written).hasValue(2);
        }
    }

    @Test
    void sweepsTheTreesOfServicesThatAreGone() throws Exception {
        OwnerProcess self = OwnerProcess.current();
        OwnerProcess gone = new OwnerProcess(self.boot(), self.space(), 1L << 30, 1);
        TreeArchives.below(home, gone, DiskBudget.unbounded()).of(tree);
        try (TreeArchives living = TreeArchives.below(home, self, DiskBudget.unbounded())) {
            Path file = living.of(tree).file();
            try (TreeArchives third = TreeArchives.below(home, self, DiskBudget.unbounded());
                    Stream<Path> left = Files.list(home)) {
                assertThat(third.of(tree).size()).isEqualTo(3);
                assertThat(left).hasSize(2);
                assertThat(file).exists();
            }
        }
    }

    private static final class CountedTree implements Tree {

        private final AtomicInteger written = new AtomicInteger();
        private final String digest;
        private volatile boolean broken;

        CountedTree(String digest) {
            this.digest = digest;
        }

        @Override
        public String digest() {
            return digest;
        }

        @Override
        public void writeTar(OutputStream out) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            written.incrementAndGet();
            out.write("tar".getBytes(UTF_8));
        }
    }
}
