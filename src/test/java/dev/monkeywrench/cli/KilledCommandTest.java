package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.run.GitProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A command as a process, with a service of its own, in bubblewrap: however it ends, it leaves what the next one needs. */
@Timeout(240)
class KilledCommandTest {

    private static final int INSTANCES = 3;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void link() throws IOException {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        assumeTrue(Files.isDirectory(rootfs.resolve("python")), "Not tested: there is no recipe in " + rootfs);
        home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
    }

    @Test
    void goesOnWhereItWasAndNextTimeKnowsItsVerdicts() throws Exception {
        List<String> command = verify();
        Process killed = start(command, "killed");
        await(killed, "killed", "app-1 PASSED");
        killed.destroyForcibly().waitFor();
        assertThat(unfinished()).hasSize(1);

        JsonNode resumed = run(command, "resumed");
        assertThat(resumed.path("passed").asInt()).isEqualTo(INSTANCES);
        assertThat(cached(resumed)).as("what it judged itself").containsOnly(false);
        assertThat(unfinished()).isEmpty();

        JsonNode again = run(command, "again");
        assertThat(again.path("passed").asInt()).isEqualTo(INSTANCES);
        assertThat(again.path("evaluation")).isNotEqualTo(resumed.path("evaluation"));
        assertThat(cached(again)).as("what an earlier command judged").containsOnly(true);
        assertThat(home.resolve("logs")).as("each service took its own away").isEmptyDirectory();
    }

    @Test
    void leavesNothingWhereItCannotReadWhatToJudge() throws Exception {
        List<String> command = verify();
        Files.writeString(folder.resolve("predictions.jsonl"), "[{\"instance_id\"");

        Process failed = start(command, "failed");

        assertThat(failed.waitFor(60, TimeUnit.SECONDS)).as(said("failed")).isTrue();
        assertThat(failed.exitValue()).as(said("failed")).isEqualTo(Exit.ERROR);
        assertThat(said("failed")).contains("starting the service", "predictions.jsonl");
        assertThat(home.resolve("unfinished")).isEmptyDirectory();
        assertThat(home.resolve("logs")).isEmptyDirectory();
        assertThat(ProcessHandle.allProcesses().map(KilledCommandTest::words))
                .noneMatch(words -> words.contains(home.toString()));
    }

    @Test
    void goesOnWithWhatItsBudgetLeftUndone() throws Exception {
        List<String> little = verify();
        List<String> enough = new ArrayList<>(little);
        little.addAll(List.of("--max-cost", "0.000001"));
        enough.addAll(List.of("--max-cost", "1"));

        JsonNode spent = run(little, "spent");
        assertThat(spent.path("passed").asInt()).isLessThan(INSTANCES);
        assertThat(unfinished()).hasSize(1);

        JsonNode raised = run(enough, "raised");
        assertThat(raised.path("evaluation")).isEqualTo(spent.path("evaluation"));
        assertThat(raised.path("passed").asInt()).isEqualTo(INSTANCES);
        assertThat(unfinished()).isEmpty();
    }

    private static List<Boolean> cached(JsonNode done) {
        return done.path("judgements")
                .valueStream()
                .map(judgement -> judgement.path("cached").asBoolean())
                .toList();
    }

    /** All of them: Java tells the first few thousand letters. */
    private static String words(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("unfinished"))) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    private JsonNode run(List<String> command, String name) throws Exception {
        Process process = start(command, name);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).as(said(name)).isTrue();
        assertThat(process.exitValue()).as(said(name)).isZero();
        return Session.JSON.readTree(
                Files.readAllLines(folder.resolve(name + ".out")).getLast());
    }

    private Process start(List<String> command, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MONKEYWRENCH_HOME", home.toString(),
                        "MONKEYWRENCH_SANDBOX_ENGINE", "bubblewrap",
                        "MONKEYWRENCH_WORKSPACE_ROOTS", folder.toString()));
        return builder.start();
    }

    private void await(Process process, String name, String line) throws Exception {
        while (!said(name).contains(line)) {
            assertThat(process.isAlive()).as(said(name)).isTrue();
            Thread.sleep(20);
        }
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"));
    }

    /** One instance at a time, each a moment long and with a patch of its own. */
    private List<String> verify() throws Exception {
        Path project = Files.createDirectories(folder.resolve("app"));
        Files.writeString(project.resolve("sums.py"), "def total(a, b):\n    return a - b\n");
        Files.writeString(project.resolve("test_sums.py"), """
                import time
                from sums import total

                def test_total():
                    time.sleep(1)
                    assert total(2, 3) == 5
                """);
        GitProject git = GitProject.in(project);
        Path suite = Files.write(
                folder.resolve("suite.jsonl"),
                IntStream.rangeClosed(1, INSTANCES)
                        .mapToObj(number -> row(git, number))
                        .toList());
        Path predictions = Files.write(
                folder.resolve("predictions.jsonl"),
                IntStream.rangeClosed(1, INSTANCES)
                        .mapToObj(KilledCommandTest::prediction)
                        .toList());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.monkeywrench.Monkeywrench",
                "verify"));
        command.addAll(List.of("--suite", suite.toString(), "--predictions", predictions.toString()));
        command.addAll(List.of("-j", "1", "--json"));
        return command;
    }

    private static String row(GitProject git, int number) {
        return Session.JSON
                .createObjectNode()
                .put("instance_id", "app-" + number)
                .put("repository", git.path().toString())
                .put("base_commit", git.commit())
                .put("problem_statement", "total subtracts")
                .put("test_command", "python3 -m pytest -q")
                .put("report", "junit")
                .put("FAIL_TO_PASS", "[\"test_sums.py::test_total\"]")
                .put("PASS_TO_PASS", "[]")
                .set("environment", Session.JSON.createObjectNode().put("recipe", "python"))
                .toString();
    }

    private static String prediction(int number) {
        return Session.JSON
                .createObjectNode()
                .put("instance_id", "app-" + number)
                .put("model_name_or_path", "m")
                .put("model_patch", """
                        diff --git a/sums.py b/sums.py
                        --- a/sums.py
                        +++ b/sums.py
                        @@ -1,2 +1,2 @@
                         def total(a, b):
                        -    return a - b
                        +    return a + b + 0 * %d
                        """.formatted(number))
                .toString();
    }
}
