package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.run.GitProject;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.SampleFilter;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.verification.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run whose process is killed again and again ends with the same accounts as one that was left alone. */
class KillResumeTest {

    private static final String PLAN = "{\"samples\": 400, \"stopAfter\": 0, \"seed\": 11}";
    private static final String CACHED = "--scripted.cached=true";
    private static final int KILLS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SplittableRandom random = new SplittableRandom(2026);

    @Test
    void endsAsIfItHadNeverBeenKilled(@TempDir Path folder) throws IOException, InterruptedException {
        Story undisturbed;
        try (RunningService service = RunningService.in(folder.resolve("left-alone"), CACHED)) {
            undisturbed = story(service, new RunId(service.submit("x", PLAN)));
        }

        Path disturbed = RunningService.folder(folder.resolve("killed"));
        GitProject project = GitProject.in(RunningService.folder(disturbed.resolve("projects/app")));
        RunId run = submitAndKill(disturbed, project);
        int livesCutShort = 1;
        for (int kill = 1; kill < KILLS; kill++) {
            try (ChildService child = ChildService.in(disturbed, CACHED, "--scripted.pace=40ms")) {
                child.awaitStart();
                child.killAfter(Duration.ofMillis(random.nextInt(10, 500)));
                livesCutShort++;
            }
        }
        try (RunningService service = RunningService.again(disturbed, project, CACHED)) {
            Story resumed = story(service, run);
            assertThat(livesCutShort).isEqualTo(KILLS);
            assertThat(resumed.samples()).containsExactlyElementsOf(undisturbed.samples());
            assertThat(resumed.counts()).isEqualTo(undisturbed.counts());
            assertThat(resumed.passing()).isEqualTo(undisturbed.passing());
            assertThat(resumed.charges()).isEqualTo(undisturbed.charges());
        }
    }

    private RunId submitAndKill(Path folder, GitProject project) throws IOException, InterruptedException {
        try (ChildService child = ChildService.in(folder, CACHED, "--scripted.pace=40ms")) {
            JsonNode run = new JsonMapper().readTree(child.post("/api/v1/runs", project.request("x", PLAN)));
            child.killAfter(Duration.ofMillis(random.nextInt(10, 500)));
            return new RunId(run.get("id").stringValue());
        }
    }

    private static Story story(RunningService service, RunId run) {
        JsonNode ended = service.await(run.value(), LIMIT, "COMPLETED", "FAILED");
        assertThat(ended.get("state").stringValue()).as(ended.toString()).isEqualTo("COMPLETED");
        RunRecords records = service.bean(RunRecords.class);
        return new Story(
                records.samples(run, new SampleFilter(Optional.empty(), -1, 1000)).items().stream()
                        .map(KillResumeTest::brief)
                        .toList(),
                ended.get("counts").toString(),
                records.passing(run).toString(),
                records.entries(run).stream()
                        .map(KillResumeTest::charge)
                        .sorted()
                        .toList());
    }

    private static String brief(SampleRecord sample) {
        return sample.sampleIndex() + " " + sample.kind() + " " + sample.digest() + " " + sample.reason() + " "
                + sample.verification().map(Verification::verdict);
    }

    /** Wall time is what it was; all else of a charge does not depend on the day. */
    private static String charge(Entry entry) {
        return entry.label() + " "
                + switch (entry.charge()) {
                    case Charge.ModelCall call -> call.model() + " " + call.usage();
                    case Charge.SandboxUse use -> use.kind() + " " + use.cpu();
                };
    }

    private record Story(List<String> samples, String counts, String passing, List<String> charges) {}
}
