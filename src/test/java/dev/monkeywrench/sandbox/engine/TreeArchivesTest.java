package dev.monkeywrench.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private final CountedTree tree = new CountedTree();

    @Test
    void writesATreeOnceHoweverManyAsk() throws Exception {
        try (TreeArchives archives = TreeArchives.below(home, OwnerProcess.current());
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
        try (TreeArchives archives = TreeArchives.below(home, OwnerProcess.current())) {
            tree.broken = true;
            assertThatThrownBy(() -> archives.of(tree)).isInstanceOf(SandboxUnavailable.class);
            tree.broken = false;
            assertThat(archives.of(tree).size()).isEqualTo(3);
        }
    }

    @Test
    void sweepsTheTreesOfServicesThatAreGone() throws Exception {
        OwnerProcess self = OwnerProcess.current();
        OwnerProcess gone = new OwnerProcess(self.boot(), self.space(), 1L << 30, 1);
        TreeArchives.below(home, gone).of(tree);
        try (TreeArchives living = TreeArchives.below(home, self)) {
            Path file = living.of(tree).file();
            try (TreeArchives third = TreeArchives.below(home, self);
                    Stream<Path> left = Files.list(home)) {
                assertThat(third.of(tree).size()).isEqualTo(3);
                assertThat(left).hasSize(2);
                assertThat(file).exists();
            }
        }
    }

    private static final class CountedTree implements Tree {

        private final AtomicInteger written = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public String digest() {
            return "a/../b";
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
