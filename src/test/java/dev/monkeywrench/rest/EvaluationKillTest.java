package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.GitProject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An evaluation whose process is killed again and again ends as one that was left alone, with one run an instance. */
class EvaluationKillTest {

    private static final String PLAN = "{\"samples\": 40, \"stopAfter\": 0, \"seed\": 11}";
    private static final String PACE = "--scripted.pace=15ms";
    private static final int INSTANCES = 24;
    private static final int KILLS = 10;

    private final SplittableRandom random = new SplittableRandom(2026);

    @Test
    void endsAsIfItHadNeverBeenKilled(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> undisturbed;
        try (RunningService service = RunningService.in(folder.resolve("left-alone"))) {
            EvaluationClient client = new EvaluationClient(service);
            undisturbed = story(service, client.submit(client.request(PLAN, 3, INSTANCES)));
        }

        Path disturbed = RunningService.folder(folder.resolve("killed"));
        GitProject project = GitProject.in(RunningService.folder(disturbed.resolve("projects/app")));
        String id = submitAndKill(disturbed, project);
        for (int kill = 1; kill < KILLS; kill++) {
            try (ChildService child = ChildService.in(disturbed, PACE)) {
                child.awaitStart();
                child.killAfter(Duration.ofMillis(random.nextInt(10, 700)));
            }
        }
        try (RunningService service = RunningService.again(disturbed, project)) {
            assertThat(story(service, id)).containsExactlyElementsOf(undisturbed);
            assertThat(service.bean(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM runs", Integer.class))
                    .as("runs of %d members", INSTANCES)
                    .isEqualTo(INSTANCES);
        }
    }

    private String submitAndKill(Path folder, GitProject project) throws IOException, InterruptedException {
        try (ChildService child = ChildService.in(folder, PACE)) {
            String request =
                    EvaluationClient.request(project, PLAN, 3, INSTANCES).toString();
            JsonNode taken = new JsonMapper().readTree(child.post(EvaluationClient.EVALUATIONS, request));
            child.killAfter(Duration.ofMillis(random.nextInt(10, 700)));
            return taken.get("id").stringValue();
        }
    }

    /** Times and ids are what they are; all else does not depend on the day. */
    private static List<String> story(RunningService service, String id) {
        EvaluationClient client = new EvaluationClient(service);
        JsonNode end = client.await(id, "COMPLETED");
        List<String> story = new java.util.ArrayList<>(client.members(id, "").stream()
                .map(member -> member.get("instanceId") + " " + member.get("attempts") + " "
                        + member.at("/result/outcome") + " " + member.at("/result/samples") + " "
                        + member.at("/result/passed") + " "
                        + member.at("/result/cost/sandboxCpuSeconds"))
                .toList());
        story.add(end.get("counts").toString() + end.at("/cost/sandboxCpuSeconds") + end.at("/cost/samples"));
        return story;
    }
}
