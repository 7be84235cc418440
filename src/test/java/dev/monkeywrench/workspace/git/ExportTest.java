package dev.monkeywrench.workspace.git;

import static dev.monkeywrench.workspace.git.Repositories.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.git.Repositories.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of three commits, of which only the one in the middle may be seen. */
class ExportTest {

    private static final String CRLF = "one\r\ntwo\r\n";

    @TempDir
    Path home;

    private Path out;
    private Repository repository;
    private Workspace workspace;
    private ObjectId base;
    private ObjectId later;
    private Set<String> objectsOfBase;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path folder = home.resolve("code/repository.git");
        repository = Repositories.bare(folder);
        ObjectId earlier = Repositories.commit(repository, tree("old = 1\n"), "Earlier");
        ObjectId baseTree = tree("def f():\n    return 1\n");
        base = Repositories.commit(repository, baseTree, "Base", earlier);
        objectsOfBase = reachable(base, baseTree);
        later = Repositories.commit(repository, tree("def f():\n    return 2  # the fix\n"), "Later", base);
        Repositories.point(repository, "refs/heads/main", later);
        Repositories.point(repository, "refs/tags/v2", later);
        workspace = opened(folder);
        out = Files.createDirectories(home.resolve("out"));
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    private Workspace opened(Path folder) throws InterruptedException {
        Opening opening = GitWorkspaces.create(
                        home.resolve("mirrors"),
                        List.of(home.resolve("code")),
                        new RemotePolicy(Set.of(), false, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault()),
                        Repositories.LIMITS,
                        InstantSource.system(),
                        DiskBudget.unbounded())
                .open(Repositories.instance(new RepositoryRef.Local(folder), base));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).workspace();
    }

    private ObjectId tree(String source) throws IOException {
        ObjectId sources = Repositories.tree(
                repository,
                new Entry("100644", "app.py", Repositories.blob(repository, source)),
                new Entry("120000", "link.py", Repositories.blob(repository, "../run.sh")));
        return Repositories.tree(
                repository,
                new Entry("100644", ".gitattributes", Repositories.blob(repository, "* text eol=lf filter=evil\n")),
                new Entry("100644", "crlf.txt", Repositories.blob(repository, CRLF)),
                new Entry("100755", "run.sh", Repositories.blob(repository, "#!/bin/sh\n")),
                new Entry("40000", "src", sources),
                new Entry("160000", "vendor", ObjectId.fromString("1".repeat(40))),
                new Entry("100644", "ünï.txt", Repositories.blob(repository, "x".repeat(2_000))));
    }

    private Set<String> reachable(ObjectId commit, ObjectId root) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>(Set.of(commit.name(), root.name()));
        String listing = run(repository.getDirectory().toPath(), "git", "ls-tree", "-r", "-t", root.name());
        listing.lines()
                .filter(line -> !line.contains(" commit "))
                .forEach(line -> names.add(line.substring(line.indexOf('\t') - 40, line.indexOf('\t'))));
        return names;
    }

    private void extract() throws IOException, InterruptedException {
        Path tar = home.resolve("tree.tar");
        try (var stream = Files.newOutputStream(tar)) {
            workspace.writeTar(stream);
        }
        run(out, "tar", "-xpf", tar.toString(), "--no-same-owner");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        return run(out, command.toArray(String[]::new));
    }

    @Test
    void listsAndReadsRegularFiles() {
        assertThat(workspace.files())
                .extracting(file -> file.path().value())
                .containsExactly(".gitattributes", "crlf.txt", "run.sh", "src/app.py", "ünï.txt");
        assertThat(workspace.files()).contains(new SourceFile(new RepositoryPath("run.sh"), 10, true));
        assertThat(workspace.read(new RepositoryPath("src/app.py")))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().startsWith("def f()"));
    }

    @Test
    void readsNeitherLinksNorWhatIsMissingOrTooLarge() {
        assertThat(workspace.read(new RepositoryPath("src/link.py"))).isEmpty();
        assertThat(workspace.read(new RepositoryPath("src"))).isEmpty();
        assertThat(workspace.read(new RepositoryPath("missing"))).isEmpty();
        assertThat(workspace.read(new RepositoryPath("ünï.txt"))).isEmpty();
    }

    @Test
    void laysOutTheBaseCommitWithACleanStatus() throws IOException, InterruptedException {
        extract();

        assertThat(git("rev-parse", "HEAD").strip()).isEqualTo(base.name());
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(Files.readString(out.resolve("crlf.txt"))).isEqualTo(CRLF);
        assertThat(out.resolve("run.sh")).isExecutable();
        assertThat(Files.readSymbolicLink(out.resolve("src/link.py"))).hasToString("../run.sh");
        assertThat(out.resolve("vendor")).isEmptyDirectory();
    }

    @Test
    void holdsTheObjectsOfTheBaseCommitAndNoOther() throws IOException, InterruptedException {
        extract();

        Set<String> found = new TreeSet<>();
        git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
                .lines()
                .forEach(found::add);

        assertThat(found).isEqualTo(objectsOfBase).doesNotContain(later.name());
        assertThat(git("log", "--all", "--format=%H", "HEAD").strip()).isEqualTo(base.name());
        assertThat(git("for-each-ref")).isEmpty();
        assertThat(git("remote")).isEmpty();
        assertThat(git("fsck", "--no-dangling", "--strict")).doesNotContain("error", "missing");
        assertThat(out.resolve(".git/logs")).doesNotExist();
        assertThat(out.resolve(".git/hooks")).doesNotExist();
    }

    @Test
    void letsGitPatchDiffAndRestore() throws IOException, InterruptedException {
        extract();
        Path patch = Files.writeString(home.resolve("fix.patch"), """
                diff --git a/src/app.py b/src/app.py
                --- a/src/app.py
                +++ b/src/app.py
                @@ -1,2 +1,2 @@
                 def f():
                -    return 1
                +    return 2
                """);

        git("apply", patch.toString());
        assertThat(git("diff", "--name-only").strip()).isEqualTo("src/app.py");
        git("checkout", base.name(), "--", "src/app.py");
        assertThat(git("status", "--porcelain")).isEmpty();
        git("apply", "--3way", patch.toString());
        assertThat(Files.readString(out.resolve("src/app.py"))).contains("return 2");
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        assertThat(tar()).isEqualTo(tar());
        assertThat(workspace.digest()).contains(base.name());
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        tar();

        try (var files = Files.walk(home.resolve("mirrors"))) {
            assertThat(files).containsExactly(home.resolve("mirrors"));
        }
    }

    @Test
    void ownsFilesAsTheSandboxUser() throws IOException, InterruptedException {
        Path tar = home.resolve("tree.tar");
        Files.write(tar, tar());

        assertThat(run(home, "tar", "--numeric-owner", "-tvf", tar.toString()).lines())
                .allMatch(line -> line.contains(" 1000/1000 ") && line.contains(" 2020-01-01 "));
    }

    private byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workspace.writeTar(bytes);
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).contains("ustar");
        return bytes.toByteArray();
    }
}
