package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {

    private static final String MONKEYS = """
            instances: 300
            models:
              - {name: DeepSeek-Coder-V2, dollarsPerSample: 0.008, coverage: [[5, 0.2962]]}
              - {name: GPT-4o, dollarsPerSample: 0.13, coverage: [[1, 0.24]]}
              - {name: Claude 3.5 Sonnet, dollarsPerSample: 0.17, coverage: [[1, 0.267]]}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return Commands.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("MONKEYWRENCH_TERMINAL", ""));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String notes() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What {@code --output} leaves of one instance with these verdicts. */
    private String evaluation(String name, boolean stopsEarly, String... verdicts) throws IOException {
        StringBuilder samples = new StringBuilder();
        for (String verdict : verdicts) {
            samples.append(samples.isEmpty() ? "" : ",")
                    .append("{\"arm\":\"a\",\"digest\":\"" + verdict + "\",\"duplicate\":false,\"verdict\":\"" + verdict
                            + "\"}");
        }
        Path place = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                place.resolve("evaluation.json"),
                "{\"format\":1,\"name\":\"suite\",\"conditions\":\"\",\"seed\":1,\"runs\":[{\"instance\":\"i-1\","
                        + "\"repository\":\"r\",\"stopsEarly\":" + stopsEarly + ",\"dollars\":\"0.5\",\"samples\":["
                        + samples + "]}]}");
        return place.toString();
    }

    @Test
    void printsThePapersTableAndTheBestChoice() throws IOException {
        assertThat(run("plan", file("monkeys.yaml", MONKEYS), "--budget", "12")).isZero();

        assertThat(printed())
                .contains(
                        "Best for $12: DeepSeek-Coder-V2, 5 samples of each instance, expected to cover 29.62 % for $12.")
                .containsPattern("GPT-4o +\\$0.13 +1 +24.00 % +\\$39 +3.25x")
                .containsPattern("Claude 3.5 Sonnet +\\$0.17 +1 +26.70 % +\\$51 +4.25x");
    }

    @Test
    void pricesAndOtherNumbersMayBeAskedAnew() throws IOException {
        assertThat(run(
                        "plan",
                        file("monkeys.yaml", MONKEYS),
                        "--price=GPT-4o=0.001",
                        "--price=Claude 3.5 Sonnet=0.002",
                        "--instances=10",
                        "--budget=0.02",
                        "--json"))
                .isZero();

        JsonNode plan = Session.JSON.readTree(printed());
        assertThat(plan.at("/best/model").asString()).isEqualTo("Claude 3.5 Sonnet");
        assertThat(plan.at("/instances").asInt()).isEqualTo(10);
    }

    @Test
    void plansWithFoldersThatOutputWrote() throws IOException {
        String mine = evaluation("mine", false, "PASSED", "FAILED", "FAILED", "PASSED");

        assertThat(run("plan", "first=" + mine, "second=" + mine, "--price=second=0.01", "--budget=1"))
                .isZero();

        // a bill of half a dollar for four samples
        assertThat(printed()).containsPattern("first +\\$0.125 +4").containsPattern("second +\\$0.01 +4");
    }

    @Test
    void refusesAnEvaluationThatStoppedEarly() throws IOException {
        assertThat(run("plan", evaluation("mine", true, "FAILED", "PASSED"), "--budget=1"))
                .isEqualTo(Exit.USAGE);

        assertThat(notes()).contains("models[0].evaluation", "biases every estimate of pass@k", "stopAfter 0");
        assertThat(printed()).isEmpty();
    }

    /** Adding such a number up would take all the memory there is. */
    @Test
    void refusesABillOfAThousandMillionDigits() throws IOException {
        String mine = evaluation("mine", false, "PASSED", "FAILED");
        Path file = Path.of(mine, "evaluation.json");
        Files.writeString(file, Files.readString(file).replace("\"0.5\"", "\"1e999999999\""));

        assertThat(run("plan", mine, "--budget=1")).isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("'dollars' is a number of more than 100 digits");
    }

    @Test
    void writesAPageInWhichNamesStayNames() throws IOException {
        String models = """
                [{"name": "<script>alert(1)</script>", "dollarsPerSample": 0.1, "beta": [0.3, 1]},
                 {"name": "`code` | *bold*", "dollarsPerSample": 1e-9, "beta": [0.1, 5]}]""";
        Path output = folder.resolve("plan");

        assertThat(run(
                        "plan",
                        file("models.json", models),
                        "--instances=7",
                        "--budget=2",
                        "--output",
                        output.toString()))
                .isZero();

        String page = Files.readString(output.resolve("plan.html"));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)", "<svg", "default-src 'none'")
                .doesNotContain("<script>", "NaN");
        assertThat(Files.readString(output.resolve("plan.md"))).contains("\\`code\\` \\| \\*bold\\*");
        assertThat(Session.JSON
                        .readTree(output.resolve("plan.json"))
                        .path("models")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        assertThat(run("plan", file("models.json", "[{\"name\": \"m\", \"name\": \"n\"}]")))
                .isEqualTo(Exit.USAGE);
        assertThat(run("plan", file("text.yaml", "just words"))).isEqualTo(Exit.USAGE);
        assertThat(run("plan", file("a.yaml", MONKEYS), "--price=other=1")).isEqualTo(Exit.USAGE);
        assertThat(run("plan", file("a.yaml", MONKEYS), "--budget=NaN")).isEqualTo(Exit.USAGE);
        assertThat(run("plan")).isEqualTo(Exit.USAGE);
        assertThat(run("plan", "nowhere.yaml")).isEqualTo(Exit.USAGE);

        assertThat(notes())
                .contains("models.json:1 is not JSON: Duplicate")
                .contains("text.yaml is neither a list of models")
                .contains(
                        "nowhere.yaml is no id of an evaluation, no folder that --output wrote, and no file of models")
                .contains("--price names 'other', which is none of the models")
                .contains("budget is not a number above 0");
    }

    /** The example of Sardana et al. (2024, arXiv 2401.00448): 2.15 times the tokens, 1.7e22 operations, 17 %. */
    @Test
    void tellsWhenASmallerModelTrainedLongerPays() {
        assertThat(run("plan", "train", "--parameters=13e9", "--tokens-served=2e12", "--against=7e9", "--json"))
                .isZero();

        JsonNode plan = Session.JSON.readTree(printed());
        double longer = plan.at("/other/trainingTokens").asDouble()
                / plan.at("/asked/trainingTokens").asDouble();
        assertThat(longer).isBetween(2.145, 2.155);
        assertThat(plan.at("/saved").asDouble()).isBetween(1.65e22, 1.75e22);
        assertThat(plan.at("/share").asDouble()).isBetween(0.165, 0.175);
        assertThat(plan.at("/law/3").asDouble()).isEqualTo(0.336);
    }

    @Test
    void refusesASizeThatNeverReachesTheLoss() {
        assertThat(run("plan", "train", "--parameters=13e9", "--tokens-served=2e12", "--against=1e6"))
                .isEqualTo(Exit.ERROR);
        assertThat(run("plan", "train", "--parameters=-1", "--tokens-served=2e12"))
                .isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("does not reach a loss", "The parameters are a number from 1e3 to 1e15, not -1.0");
    }
}
