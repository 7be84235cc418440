package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.GitProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While a run goes on Docker fails in three ways; each candidate gets the verdict it deserves all the same. */
@Tag("docker")
@Timeout(300)
class DockerFaultsTest {

    /** Seven, as many as are judged beyond one that is tried again, and some for the last fault. */
    private static final int PATCHES = 24;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void endsWithTheRightVerdictsWhenTheFaultsAreGone(@TempDir Path folder) throws Exception {
        try (FaultyDaemon daemon = FaultyDaemon.in(folder, "900m")) {
            Path place = RunningService.folder(folder.resolve("service"));
            GitProject project = FaultyProject.in(RunningService.folder(place.resolve("projects/app")));
            try (RunningService service = RunningService.real(
                    place,
                    project,
                    "--monkeywrench.sandbox.engine=docker",
                    "--monkeywrench.sandbox.docker-host=" + daemon.address(),
                    "--monkeywrench.sandbox.parallel=2",
                    "--monkeywrench.solver.first-pause=500ms")) {
                String run = submit(service, project);
                disturb(service, run, daemon);
                JsonNode ended = service.await(run, LIMIT, "COMPLETED", "FAILED");

                assertThat(ended.get("state").stringValue())
                        .as(ended.toString())
                        .isEqualTo("COMPLETED");
                assertThat(verdicts(service, run)).isEqualTo(FaultyProject.verdicts(PATCHES));
                assertThat(ended.at("/counts/retries").intValue()).isGreaterThanOrEqualTo(3);
                assertThat(service.get("/api/v1/runs/" + run + "/events").body())
                        .contains("event:retrying", "\"step\":\"verify-");
            }
            assertThat(daemon.containers()).isEmpty();
        }
    }

    private static void disturb(RunningService service, String run, FaultyDaemon daemon) throws Exception {
        Told told = Told.of(service, run);
        awaitJudging(service, run, daemon, 1);
        daemon.kill();
        told.awaitRetry("verify-");
        daemon.start();

        awaitJudging(service, run, daemon, 4);
        List<String> paused = daemon.pause();
        told.awaitRetry("stood still");
        daemon.unpause(paused.getFirst());

        awaitJudging(service, run, daemon, 7);
        daemon.fill();
        told.awaitRetry("no space left on device");
        daemon.free();
    }

    /** Waits until so many candidates are judged and another is being judged. */
    private static void awaitJudging(RunningService service, String run, FaultyDaemon daemon, int judged)
            throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        JsonNode seen = run(service, run);
        while (seen.at("/counts/distinct").intValue() < judged
                || daemon.containers().isEmpty()) {
            assertThat(Instant.now()).as(seen.toString()).isBefore(end);
            assertThat(seen.get("state").stringValue()).as(seen.toString()).isIn("QUEUED", "RUNNING");
            Thread.sleep(20);
            seen = run(service, run);
        }
    }

    /** What a run's events tell, as they come. */
    private record Told(List<String> lines) {

        static Told of(RunningService service, String run) {
            List<String> lines = new CopyOnWriteArrayList<>();
            Stream<String> others = service.lines("/api/v1/runs/" + run + "/events", lines);
            Thread.ofVirtual().unstarted(() -> others.forEach(lines::add)).start();
            return new Told(lines);
        }

        void awaitRetry(String reason) throws InterruptedException {
            Instant end = Instant.now().plus(LIMIT);
            while (lines.stream().noneMatch(line -> line.contains("\"tries\"") && line.contains(reason))) {
                assertThat(Instant.now()).as(reason + " in " + lines).isBefore(end);
                assertThat(lines).as("Ended before " + reason).noneMatch(line -> line.contains("\"COMPLETED\""));
                Thread.sleep(20);
            }
        }
    }

    private static JsonNode run(RunningService service, String run) {
        return RunningService.json(service.get("/api/v1/runs/" + run));
    }

    private static String submit(RunningService service, GitProject project) {
        var submitted = service.post(FaultyProject.request(project, PATCHES));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(202);
        return RunningService.json(submitted).get("id").stringValue();
    }

    private static List<String> verdicts(RunningService service, String run) {
        List<String> verdicts = new ArrayList<>();
        JsonNode page = RunningService.json(service.get("/api/v1/runs/" + run + "/candidates?limit=100"));
        page.get("items").forEach(item -> verdicts.add(item.get("verdict").asString()));
        return verdicts;
    }

    /** A function, a test that takes a moment, and patches: every third and the last are right, one never ends. */
    private static final class FaultyProject {

        private static final int ENDLESS = 5;
        private static final int FIRST_OF_THE_LAST = 10;

        static GitProject in(Path folder) throws Exception {
            Files.writeString(folder.resolve("sums.py"), "def total(a, b):\n    return a - b\n");
            Files.writeString(folder.resolve("test_sums.py"), """
                    import time
                    from sums import total

                    def test_total():
                        time.sleep(1)
                        assert total(2, 3) == 5

                    def test_zero():
                        assert total(0, 0) == 0
                    """);
            return GitProject.in(folder);
        }

        static String request(GitProject project, int patches) {
            JsonMapper mapper = new JsonMapper();
            String given = mapper.writeValueAsString(
                    IntStream.range(0, patches).mapToObj(FaultyProject::patch).toList());
            return """
                    {"instance": {"instance_id": "example__sums-1", "repository": "%s", "base_commit": "%s",
                     "problem_statement": "total subtracts", "test_command": "python3 -m pytest -q", "report": "junit",
                     "environment": {"recipe": "python"}},
                     "plan": {"stopAfter": 0, "timeouts": {"candidate": "6s"}, "patches": %s}}
                    """.formatted(project.path(), project.commit(), given);
        }

        static List<String> verdicts(int patches) {
            return IntStream.range(0, patches)
                    .mapToObj(index -> isRight(index) ? "PASSED" : index == ENDLESS ? "TIMED_OUT" : "FAILED")
                    .toList();
        }

        private static boolean isRight(int index) {
            return index % 3 == 0 || index >= FIRST_OF_THE_LAST;
        }

        private static String patch(int index) {
            String line = isRight(index)
                    ? "    return a + b + 0 * " + index
                    : index == ENDLESS ? "    while True: pass" : "    return a * b + 0 * " + index;
            return """
                    diff --git a/sums.py b/sums.py
                    --- a/sums.py
                    +++ b/sums.py
                    @@ -1,2 +1,2 @@
                     def total(a, b):
                    -    return a - b
                    +%s
                    """.formatted(line);
        }
    }
}
