package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two evaluations compared, from what is written down to the files. */
class ComparisonFilesTest {

    private static final String HOSTILE = "</title><script>alert(1)</script>\u202e";

    @TempDir
    private Path folder;

    @Test
    void tellsWhatOnlyOneResolvedInEveryForm() throws Exception {
        ComparisonFiles.write(
                folder,
                record("one", "x-1 1000", "x-2 0100", "x-3 0000", "x-9 1111"),
                record("two", "x-1 0000", "x-2 0010", "x-3 0011"),
                EnumSet.allOf(ReportKind.class));

        JsonNode json = JsonMapper.shared().readTree(folder.resolve("comparison.json"));
        assertThat(json.path("onlyFirst").toString()).isEqualTo("[\"x-1\"]");
        assertThat(json.path("onlySecond").toString()).isEqualTo("[\"x-3\"]");
        assertThat(json.path("leftOut").intValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("comparison.html")))
                .contains("<td>by the first</td><td>1</td><td>1</td><td>2</td>")
                .contains("Only the first resolved (1)</h2><ul class='ids'><li>x-1</li></ul>")
                .contains("<svg")
                .doesNotContain("<script", "href=", "src=", "NaN");
        assertThat(Files.readString(folder.resolve("comparison.md")))
                .contains("| not | 1 | 0 | 1 |")
                .contains("## Only the second resolved (1)\n\n- x-3\n")
                // of three instances with four samples, two hits and three
                .contains("## Coverage of the first\n\n| k | coverage | interval |\n|---|---|---|\n| 1 | 16.7 %")
                .contains("## Coverage of the second\n\n| k | coverage | interval |\n|---|---|---|\n| 1 | 25.0 %");
        assertThat(Files.readAllLines(folder.resolve("comparison.csv")))
                .contains("\"x-2\",true,true,0.04,0.04")
                .hasSize(4);
    }

    @Test
    void drawsNoCurveOfRunsThatStoppedEarly() throws Exception {
        EvaluationRecord fixed = record("one", "x-1 1000");
        EvaluationRecord early = new EvaluationRecord(
                "two", "", 1, List.of(new ReportedRun(id("x-1"), "a/b", true, samples("1"), Optional.empty())));
        ComparisonFiles.write(folder, fixed, early, EnumSet.of(ReportKind.HTML));
        assertThat(Files.readString(folder.resolve("comparison.html")))
                .contains("No curves: runs of one of the two stopped early")
                .contains("Cost: unknown")
                .doesNotContain("<svg");
        assertThat(folder.resolve("comparison.md")).doesNotExist();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        EvaluationRecord named = new EvaluationRecord(
                HOSTILE,
                HOSTILE,
                1,
                List.of(new ReportedRun(id("x-1"), "a/b", false, samples("10"), Optional.empty())));
        EvaluationRecord other = new EvaluationRecord(
                HOSTILE, "", 1, List.of(new ReportedRun(id("x-1"), "a/b", false, samples("00"), Optional.empty())));
        ComparisonFiles.write(folder, named, other, EnumSet.allOf(ReportKind.class));
        assertThat(Files.readString(folder.resolve("comparison.html"))).doesNotContain("<script>", "\u202e");
        assertThat(Files.readString(folder.resolve("comparison.md"))).doesNotContain("<script>", "\u202e");
    }

    @Test
    void bigOnesAreDrawnToo() throws Exception {
        EvaluationRecord first = drawn("starter, qwen3-coder:30b", 3, 0.75, "0.021");
        EvaluationRecord second = drawn("starter, embedded mutation", 4, 0.45, "0.013");
        ComparisonFiles.write(folder, first, second, EnumSet.allOf(ReportKind.class));
        assertThat(Files.readString(folder.resolve("comparison.html")))
                .contains("<circle", "h5.6v5.6") // round and square
                .doesNotContain("NaN");
    }

    private static EvaluationRecord drawn(String name, long seed, double ease, String dollars) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ReportedRun> runs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double chance = Math.pow(random.nextDouble(), 3) * ease;
            StringBuilder hits = new StringBuilder();
            for (int k = 0; k < 40; k++) {
                hits.append(random.nextDouble() < chance ? '1' : '0');
            }
            runs.add(new ReportedRun(
                    id("django__django-" + (11000 + i)),
                    "django/django",
                    false,
                    samples(hits.toString()),
                    Optional.of(new BigDecimal(dollars).multiply(BigDecimal.valueOf(1 + random.nextInt(3))))));
        }
        return new EvaluationRecord(
                name, "40 samples each, seed 1; bubblewrap, 2 cores; plan {\"samples\":40,\"stopAfter\":0}", 1, runs);
    }

    private static EvaluationRecord record(String name, String... runs) {
        List<ReportedRun> all = new ArrayList<>();
        for (String run : runs) {
            String[] parts = run.split(" ", 2);
            all.add(new ReportedRun(
                    id(parts[0]), "a/b", false, samples(parts[1]), Optional.of(new BigDecimal("0.04"))));
        }
        return new EvaluationRecord(name, "seed 1", 1, all);
    }

    private static InstanceId id(String id) {
        return new InstanceId(id);
    }

    /** One sample a digit; 1 passed. */
    private static List<ReportedSample> samples(String hits) {
        List<ReportedSample> samples = new ArrayList<>();
        for (int i = 0; i < hits.length(); i++) {
            samples.add(new ReportedSample(
                    "arm",
                    Optional.of(Integer.toString(i)),
                    false,
                    Optional.of(hits.charAt(i) == '1' ? VerdictKind.PASSED : VerdictKind.FAILED),
                    Duration.ofSeconds(1)));
        }
        return samples;
    }
}
