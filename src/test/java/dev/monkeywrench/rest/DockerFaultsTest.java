package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.GitProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While a run goes on Docker fails in three ways; each candidate gets the verdict it deserves all the same. */
@Tag("docker")
@Timeout(240)
class DockerFaultsTest {

    private static final int PATCHES = 14;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RETRIES = "/counts/retries";

    @FunctionalInterface
    private interface Disturbance {

        void happens() throws Exception;
    }

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
                assertThat(ended.at(RETRIES).intValue()).isGreaterThanOrEqualTo(3);
                assertThat(service.get("/api/v1/runs/" + run + "/events").body())
                        .contains("event:retrying", "\"step\":\"verify-");
            }
            assertThat(daemon.containers()).isEmpty();
        }
    }

    private static void disturb(RunningService service, String run, FaultyDaemon daemon) throws Exception {
        int before = awaitRunning(service, run, daemon, 1);
        daemon.kill();
        awaitRetry(service, run, before);
        daemon.start();

        before = awaitRunning(service, run, daemon, 4);
        List<String> paused = daemon.pause();
        awaitRetry(service, run, before);
        daemon.unpause(paused.getFirst());

        before = awaitRunning(service, run, daemon, 7);
        await(service, run, RETRIES, before + 1, daemon::fill);
        daemon.free();
    }

    /** Waits until so many candidates are judged and another is being judged; how many retries there were. */
    private static int awaitRunning(RunningService service, String run, FaultyDaemon daemon, int judged)
            throws Exception {
        await(service, run, "/counts/distinct", judged, () -> {});
        while (daemon.containers().isEmpty()) {
            Thread.sleep(20);
        }
        return run(service, run).at(RETRIES).intValue();
    }

    private static void awaitRetry(RunningService service, String run, int before) throws Exception {
        await(service, run, RETRIES, before + 1, () -> {});
    }

    /** Does something over and over until a count has come so far. */
    private static void await(RunningService service, String run, String count, int least, Disturbance meanwhile)
            throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        JsonNode seen = run(service, run);
        while (seen.at(count).intValue() < least) {
            assertThat(Instant.now()).as(count + " of " + seen).isBefore(end);
            assertThat(seen.get("state").stringValue()).as(seen.toString()).isIn("QUEUED", "RUNNING");
            meanwhile.happens();
            Thread.sleep(50);
            seen = run(service, run);
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
