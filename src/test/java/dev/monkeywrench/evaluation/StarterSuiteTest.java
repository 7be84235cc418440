package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.RepositoryPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.patch.PatchApplier;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class StarterSuiteTest {

    private static final Path SUITE = Path.of("suites/starter");
    private static final Set<String> REQUIRED = Set.of(
            "instance_id",
            "repo",
            "version",
            "base_commit",
            "split",
            "image",
            "log_parser",
            "eval_type",
            "datasets",
            "FAIL_TO_PASS",
            "PASS_TO_PASS");

    @TempDir
    private Path home;

    static List<StarterTask> tasks() {
        try (Stream<Path> tasks = Files.list(SUITE.resolve("tasks"))) {
            return tasks.sorted().map(StarterTask::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that a request names, their repositories made in the home directory. */
    static List<ObjectNode> rows(Path home) {
        Suite suite = new SuiteReader(Path.of("suites"), home).read(SuiteReader.STARTER);
        assertThat(suite.problems()).isEmpty();
        return suite.rows().stream().map(Suite.Row::row).toList();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void statesEveryFieldTheHarnessRequires(StarterTask task) {
        assertThat(task.row().propertyNames()).containsAll(REQUIRED);
        assertThat(task.folder()).hasFileName(task.instanceId().value());
        assertThat(task.row().path("split").asString()).isEqualTo("test");
        assertThat(task.row().path("image").asString()).isEqualTo(officialImage(task));
        assertThat(task.folder().resolve("Dockerfile")).isRegularFile();
    }

    private static String officialImage(StarterTask task) {
        String name = task.instanceId().value().toLowerCase(Locale.ROOT).replace("__", "_1776_");
        return "swebench/sweb.eval.x86_64." + name + ":latest";
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void namesTestsThatExistOnceEach(StarterTask task) {
        List<String> failToPass = names(task, "FAIL_TO_PASS");
        List<String> all = new ArrayList<>(failToPass);
        all.addAll(names(task, "PASS_TO_PASS"));

        assertThat(failToPass).isNotEmpty();
        assertThat(all).doesNotHaveDuplicates().noneMatch(String::isBlank).hasSizeGreaterThanOrEqualTo(10);
    }

    private static List<String> names(StarterTask task, String field) {
        List<String> names = new ArrayList<>();
        task.row().path(field).forEach(name -> names.add(name.asString()));
        return names;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void marksWhereTestOutputBeginsAndEnds(StarterTask task) {
        assertThat(task.row().path("eval_script").asString())
                .contains(">>>>> Start Test Output", ">>>>> End Test Output")
                .contains("git checkout " + task.baseCommit());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void filesMakeTheStatedBaseCommit(StarterTask task) throws IOException {
        try (Repository repository = inMemory();
                ObjectInserter objects = repository.newObjectInserter()) {
            assertThat(StarterRepositories.commit(objects, task)).isEqualTo(task.baseCommit());
        }
        assertThat(Files.readString(task.folder().resolve("Dockerfile")))
                .contains(task.baseCommit().value());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void patchesApplyToTheBaseCommit(StarterTask task) throws IOException {
        assertThat(changedPaths(task, "patch")).isNotEmpty().noneMatch(StarterSuiteTest::isTest);
        assertThat(changedPaths(task, "test_patch")).allMatch(StarterSuiteTest::isTest);
    }

    private static boolean isTest(String path) {
        return path.startsWith("tests/") || path.startsWith("src/test/");
    }

    private static List<String> changedPaths(StarterTask task, String field) throws IOException {
        Patch patch = new Patch();
        byte[] diff = task.row().path(field).asString().getBytes(StandardCharsets.UTF_8);
        patch.parse(new ByteArrayInputStream(diff));
        assertThat(patch.getErrors()).isEmpty();
        try (Repository repository = inMemory();
                RevWalk walk = new RevWalk(repository);
                ObjectInserter inserter = repository.newObjectInserter()) {
            StarterRepositories.commit(inserter, task);
            inserter.flush();
            RevCommit base =
                    walk.parseCommit(ObjectId.fromString(task.baseCommit().value()));
            PatchApplier.Result result = new PatchApplier(repository, base.getTree(), inserter).applyPatch(patch);
            assertThat(result.getErrors()).isEmpty();
            return result.getPaths();
        }
    }

    private static Repository inMemory() {
        return new InMemoryRepository(new DfsRepositoryDescription("starter"));
    }

    @Test
    void rowsNameRepositoriesOfOneCommit() throws IOException {
        for (ObjectNode row : rows(home)) {
            try (Git git = Git.open(Path.of(row.path("repository").asString()).toFile())) {
                Repository repository = git.getRepository();
                assertThat(repository.isBare()).isTrue();
                assertThat(repository.resolve("HEAD"))
                        .isEqualTo(ObjectId.fromString(row.path("base_commit").asString()));
            }
        }
    }

    @Test
    void marksOneDemoOfEachLanguage() {
        assertThat(tasks().stream()
                        .map(task ->
                                task.row().path("monkeywrench").path("demo").asString(""))
                        .filter(language -> !language.isEmpty()))
                .containsExactlyInAnyOrder("java", "python");
    }

    @Test
    void givesTheSameRowsAgain() {
        assertThat(rows(home)).isEqualTo(rows(home));
    }

    @Test
    void manyAtOnceLeaveOneRepositoryATask() throws Exception {
        Callable<List<ObjectNode>> materialise = () -> rows(home);
        List<Future<List<ObjectNode>>> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            all = threads.invokeAll(List.of(materialise, materialise, materialise, materialise));
        }
        for (Future<List<ObjectNode>> rows : all) {
            assertThat(rows.get()).hasSameSizeAs(tasks());
        }
        assertThat(home.resolve("starter")).isDirectoryNotContaining("glob:**.draft-*");
        try (Stream<Path> repositories = Files.list(home.resolve("starter"))) {
            assertThat(repositories).hasSameSizeAs(tasks());
        }
    }

    @Test
    void removesDraftsOfProcessesThatWereKilled() throws IOException {
        Path abandoned = Files.createDirectories(home.resolve("starter/.draft-1"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        rows(home);

        assertThat(abandoned).doesNotExist();
    }

    @Test
    void refusesFilesThatAreNotThoseOfTheBaseCommit() throws IOException {
        Path copy = copyOfFirstTask();
        Files.writeString(copy.resolve("repo/README.md"), "changed");

        StarterRepositories repositories = new StarterRepositories(home.resolve("starter"));

        assertThatThrownBy(() -> repositories.materialise(StarterTask.read(copy)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("git checkout -- suites/starter");
        assertThat(home.resolve("starter")).isEmptyDirectory();
    }

    @Test
    void leavesOutWhatRunningTheTestsLeftBehind() throws IOException {
        Path copy = copyOfFirstTask();
        Files.createDirectories(copy.resolve("repo/target"));
        Files.writeString(copy.resolve("repo/target/Left.class"), "left");

        assertThat(StarterTask.read(copy).files())
                .containsOnlyKeys(tasks().getFirst().files().keySet().toArray(RepositoryPath[]::new));
    }

    private Path copyOfFirstTask() throws IOException {
        Path task = tasks().getFirst().folder();
        Path copy = home.resolve("copy");
        try (Stream<Path> files = Files.walk(task)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(task.relativize(file).toString()));
            }
        }
        return copy;
    }

    @Test
    void refusesFolderWithoutTasks() {
        assertThatThrownBy(() -> new SuiteReader(home, home).read(home.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds neither tasks nor files of rows");
    }
}
