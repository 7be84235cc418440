package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {

    @TempDir
    private Path folder;

    @Test
    void tellsCoverageOfFixedRunsWithDuplicatesCountedAsTheirFirst() throws Exception {
        assertThat(write(run("a__b-1", false), run("a__b-2", false))).isTrue();
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
        assertThat(report.at("/curve/0/k").intValue()).isEqualTo(1);
        assertThat(report.at("/curve/0/coverage").doubleValue())
                .isEqualTo(0.5); // 2 of 4 samples hold the patch that passes
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("a__b-1")
                .doesNotContain("<script");
        assertThat(Files.readString(folder.resolve("report.md"))).contains("a/b");
        assertThat(Files.readAllLines(folder.resolve("report.csv"))).hasSize(9);
    }

    @Test
    void saysNothingOfCoverageWhereRunsStopEarly() throws Exception {
        assertThat(write(run("a__b-1", false), run("a__b-2", true))).isTrue();
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
        assertThat(report.path("curve")).isEmpty();
    }

    @Test
    void writesNothingWhereNothingWasDrawn() throws Exception {
        ReportedRun none = new ReportedRun(new InstanceId("a__b-1"), "a/b", false, List.of(), Optional.empty());
        assertThat(write(none)).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    private boolean write(ReportedRun... runs) throws Exception {
        return ReportFiles.write(
                folder, new EvaluationRecord("A suite", "seed 1", 1, List.of(runs)), ReportExtras.NONE);
    }

    /** A patch that passes, the same again, one that fails, and no patch. */
    private static ReportedRun run(String id, boolean stopsEarly) {
        List<ReportedSample> samples = new ArrayList<>();
        samples.add(sample("1", false, Optional.of(VerdictKind.PASSED)));
        samples.add(sample("1", true, Optional.empty()));
        samples.add(sample("2", false, Optional.of(VerdictKind.FAILED)));
        samples.add(sample("", false, Optional.empty()));
        return new ReportedRun(new InstanceId(id), "a/b", stopsEarly, samples, Optional.of(new BigDecimal("0.04")));
    }

    private static ReportedSample sample(String digest, boolean duplicate, Optional<VerdictKind> verdict) {
        return new ReportedSample(
                "mutation",
                Optional.of(digest).filter(text -> !text.isEmpty()),
                duplicate,
                verdict,
                Duration.ofMillis(200));
    }
}
