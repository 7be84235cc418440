package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.git.Repositories.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTreeTest {

    @TempDir
    Path home;

    private Repository repository;

    @BeforeEach
    void make() throws IOException {
        repository = Repositories.bare(home.resolve("code/repository.git"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Opening open(ObjectId commit, WorkspaceLimits limits) throws InterruptedException {
        Opening opening = GitWorkspaces.create(
                        home.resolve("mirrors"),
                        List.of(home.resolve("code")),
                        new RemotePolicy(Set.of(), false, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault()),
                        limits,
                        InstantSource.system(),
                        DiskBudget.unbounded())
                .open(Repositories.instance(
                        new RepositoryRef.Local(repository.getDirectory().toPath()), commit));
        if (opening instanceof Opening.Opened opened) {
            opened.workspace().close();
        }
        return opening;
    }

    private Opening open(ObjectId tree) throws IOException, InterruptedException {
        return open(Repositories.commit(repository, tree, "Base"), Repositories.LIMITS);
    }

    private Entry file(String name) throws IOException {
        return new Entry("100644", name, Repositories.blob(repository, "content\n"));
    }

    private Entry link(String name, String target) throws IOException {
        return new Entry("120000", name, Repositories.blob(repository, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                ".git",
                ".GIT",
                ".Git ",
                ".git.",
                "git~1",
                "GIT~1",
                ".g\u200cit",
                ".git\u200d",
                "a/b",
                "/etc",
                "../x",
                "a\u0000",
                "new\nline",
                "\u001b[31m",
                "zero\u200bwidth",
                "right\u202eleft",
                ".git::$INDEX"
            })
    void refusesNames(String name) throws IOException, InterruptedException {
        assertThat(open(Repositories.tree(repository, file(name)))).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesGitsOwnFolderBelowTheRoot() throws IOException, InterruptedException {
        ObjectId hooks = Repositories.tree(repository, file("post-checkout"));
        ObjectId folder = Repositories.tree(repository, new Entry("40000", ".Git", hooks));

        assertThat(open(Repositories.tree(repository, new Entry("40000", "deep", folder))))
                .isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesAFileBelowALinkOfTheSameName() throws IOException, InterruptedException {
        ObjectId below = Repositories.tree(repository, file("passwd"));

        assertThat(open(Repositories.tree(repository, link("a", "/etc"), new Entry("40000", "a", below))))
                .isInstanceOf(Opening.Refused.class);
        assertThat(open(Repositories.tree(repository, link("a", "b"), new Entry("40000", "a", below))))
                .isInstanceOf(Opening.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "b/../../x", "./../x", "up/..", "up/up/../../x"})
    void refusesLinksOutOfTheTree(String target) throws IOException, InterruptedException {
        ObjectId tree = Repositories.tree(repository, link("link", target), link("up", "."));

        Opening opening = open(tree);

        assertThat(opening).isInstanceOf(Opening.Refused.class);
        assertThat(((Opening.Refused) opening).message()).contains("link", "remove it");
    }

    @ParameterizedTest
    @CsvSource({"a,a", "a,b", "dangling,missing/file", "deep,folder/../folder/x"})
    void keepsLinksAndLoopsInsideTheTree(String name, String target) throws IOException, InterruptedException {
        assertThat(open(Repositories.tree(repository, link(name, target), link("z", name))))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void keepsLegalNamesThatAreNotPortable() throws IOException, InterruptedException {
        assertThat(open(Repositories.tree(repository, file("a\\b"), file("con"))))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void refusesMoreFilesThanTheLimit() throws IOException, InterruptedException {
        WorkspaceLimits two =
                new WorkspaceLimits(2, 50, 1 << 20, 1_000, 100, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(2));
        ObjectId commit =
                Repositories.commit(repository, Repositories.tree(repository, file("a"), file("b"), file("c")), "Base");

        assertThat(open(commit, two))
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.message()).contains("2", "monkeywrench.workspace.files"));
    }

    @Test
    void refusesFoldersDeeperThanTheLimit() throws IOException, InterruptedException {
        ObjectId tree = Repositories.tree(repository, file("a"));
        for (int depth = 0; depth < 5_000; depth++) {
            tree = Repositories.tree(repository, new Entry("40000", "d", tree));
        }

        assertThat(open(tree)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesATreeThatMultipliesItself() throws IOException, InterruptedException {
        ObjectId tree = Repositories.tree(repository, file("a"));
        for (int level = 0; level < 12; level++) {
            Entry[] same = new Entry[10];
            for (int i = 0; i < same.length; i++) {
                same[i] = new Entry("40000", "d" + i, tree);
            }
            tree = Repositories.tree(repository, same);
        }

        assertThat(open(tree)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesMoreBytesThanTheLimit() throws IOException, InterruptedException {
        Entry large = new Entry("100644", "large", Repositories.blob(repository, "x".repeat(1_100_000)));

        assertThat(open(Repositories.tree(repository, large))).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesBrokenTreesAndKeepsGoing() throws IOException, InterruptedException {
        ObjectId broken =
                Repositories.insert(repository, Constants.OBJ_TREE, "no tree".getBytes(StandardCharsets.UTF_8));

        assertThat(open(broken)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void saysWhatIsNoCommit() throws IOException, InterruptedException {
        ObjectId tree = Repositories.tree(repository, file("a"));

        assertThat(open(tree, Repositories.LIMITS)).isInstanceOf(Opening.UnknownCommit.class);
        assertThat(open(ObjectId.fromString("2".repeat(40)), Repositories.LIMITS))
                .isInstanceOf(Opening.UnknownCommit.class);
    }

    @Test
    void saysThatObjectsAreMissing() throws IOException, InterruptedException {
        ObjectId tree = Repositories.tree(repository, new Entry("100644", "a", ObjectId.fromString("3".repeat(40))));

        assertThat(open(tree)).isInstanceOf(Opening.Unreachable.class);
    }
}
