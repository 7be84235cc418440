package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CommandsTest {

    private final ScriptedService service = new ScriptedService(Map.of("one__one-1", "PASSED", "good patch", "PASSED"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        service.close();
    }

    private int run(String... words) {
        return run(Map.of(), words);
    }

    private int run(Map<String, String> more, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--server=" + service.address());
        Map<String, String> environment = new java.util.HashMap<>(Map.of("MONKEYWRENCH_HOME", folder.toString()));
        environment.put("MONKEYWRENCH_TERMINAL", "");
        environment.putAll(more);
        return Commands.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
    }

    private List<String> results() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<JsonNode> json() {
        return results().stream().map(line -> Session.JSON.readTree(line)).toList();
    }

    private String notes() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String suite(String... ids) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add("{\"instance_id\":\"" + id + "\",\"repository\":\"https://example.org/x.git\",\"base_commit\":\""
                    + "a".repeat(40) + "\",\"problem_statement\":\"It breaks.\",\"test_command\":\"pytest\","
                    + "\"report\":\"junit\"}");
        }
        return Files.write(folder.resolve("suite.jsonl"), rows).toString();
    }

    private String predictions(String... lines) throws IOException {
        return Files.write(folder.resolve("predictions.jsonl"), List.of(lines)).toString();
    }

    private static String prediction(String id, String patch) {
        return "{\"instance_id\":\"" + id + "\",\"model_name_or_path\":\"m\",\"model_patch\":" + patch + "}";
    }

    @Test
    void demoEndsWithOneLineOfJsonAlone() {
        assertThat(run("demo", "--json", "--samples", "30")).isEqualTo(Exit.ERROR);

        assertThat(json()).singleElement().satisfies(line -> {
            assertThat(line.propertyNames())
                    .containsExactly("resolved", "samples", "distinct", "passed", "seconds", "sandbox", "cost");
            assertThat(line.path("sandbox").asString()).isEqualTo("bubblewrap");
        });
        assertThat(service.requests().getFirst().path("plan").path("samples").asInt())
                .isEqualTo(30);
    }

    @Test
    void demoShowsVerdictsDiffAndUnknownPrices() {
        assertThat(run("demo", "--language", "java")).isEqualTo(Exit.ERROR);

        assertThat(results()).anyMatch(line -> line.startsWith("passed")).anyMatch(line -> line.contains("unknown"));
        assertThat(notes()).contains("drawn 12/500", "failed 8");
    }

    @Test
    void evaluatePrintsALineAnInstanceAndATotal() throws IOException {
        assertThat(run("evaluate", "--suite", suite("one__one-1", "two__two-2")))
                .isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("one__one-1", "resolved", " 12 "))
                .anySatisfy(line -> assertThat(line).contains("two__two-2", "not resolved", ">12"))
                .last()
                .asString()
                .startsWith("resolved 1 of 2 (50.0 %)");
    }

    @Test
    void evaluateEndsWithOneHundredBelowTheLimit() throws IOException {
        String suite = suite("one__one-1", "two__two-2");

        assertThat(run("evaluate", "--suite", suite, "--fail-under", "0.6")).isEqualTo(100);
        assertThat(run("evaluate", "--suite", suite, "--fail-under", "0.5")).isZero();
    }

    @Test
    void evaluateKeepsRefusedInstancesInTheDenominator() throws IOException {
        run("evaluate", "--json", "--suite", suite("one__one-1", "refused__refused-2"));

        JsonNode done = json().getLast();
        assertThat(done.path("instances").asInt()).isEqualTo(2);
        assertThat(done.path("notJudged").asInt()).isEqualTo(1);
        assertThat(done.path("share").asDouble()).isEqualTo(0.5);
        assertThat(notes()).contains("base_commit is not there");
    }

    @Test
    void evaluateRunsOnlyWhatIsAsked() throws IOException {
        String suite = suite("one__one-1", "two__two-2", "three__three-3");

        run("evaluate", "--suite", suite, "--only", "^t", "--limit", "1");
        run("evaluate", "--suite", suite, "-i", "three__three-3");

        assertThat(service.requests())
                .extracting(
                        request -> request.path("instance").path("instance_id").asString())
                .containsExactly("two__two-2", "three__three-3");
    }

    @Test
    void evaluateRunsGoodLinesAndFailsForBadOnes() throws IOException {
        Path suite = Path.of(suite("one__one-1"));
        Files.writeString(suite, Files.readString(suite) + "{\"instance_id\": 7\n");

        assertThat(run("evaluate", "--suite", suite.toString())).isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("suite.jsonl:2: the line is not JSON");
        assertThat(results()).last().asString().startsWith("resolved 1 of 1");
    }

    @Test
    void verifyJudgesSeveralPredictionsOfOneInstance() throws IOException {
        String file = predictions(
                prediction("one__one-1", "\"good patch\""),
                prediction("one__one-1", "\"bad patch\""),
                prediction("one__one-1", "null"),
                prediction("one__one-1", "\"good patch\""));

        assertThat(run("verify", "--json", "--suite", suite("one__one-1"), "--predictions", file))
                .isZero();

        assertThat(json()).hasSize(2);
        JsonNode done = json().getLast();
        assertThat(done.path("judgements")
                        .valueStream()
                        .map(each -> each.path("verdict").asString()))
                .containsExactly("PASSED", "FAILED", "EMPTY", "PASSED");
        assertThat(done.path("passed").asInt()).isEqualTo(2);
        assertThat(done.path("resolvedInstances").asInt()).isEqualTo(1);
        assertThat(service.requests().getFirst().path("plan").propertyNames()).containsExactly("patches");
    }

    @Test
    void verifyTellsPredictionsWithoutInstance() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""), prediction("no__no-1", "\"x\""));

        assertThat(run("verify", "--suite", suite("one__one-1"), "--predictions", file))
                .isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("'no__no-1' stands in no usable row");
        assertThat(results()).last().asString().startsWith("passed 1 of 1");
    }

    @Test
    void verdictExplainTellsWhoRanTheTests() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""), prediction("one__one-1", "null"));
        run("verify", "--suite", suite("one__one-1"), "--predictions", file);
        out.reset();

        assertThat(run("verdict", "explain", "run1", "0")).isZero();
        assertThat(run("verdict", "explain", "run1", "1")).isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("PASSED, from the cache", "run earlier", "03:00:00Z"))
                .anySatisfy(line -> assertThat(line).contains("baseCommit", "abc"))
                .last()
                .asString()
                .isEqualTo("Sample 1 has no verdict: EMPTY");
        assertThat(run("verdict", "explain", "run1", "7")).isEqualTo(Exit.ERROR);
        assertThat(notes()).contains("has no sample 7");
        assertThat(run("verdict", "explain", "run1")).isEqualTo(Exit.USAGE);
    }

    @Test
    void freshVerdictsAreAskedForInThePlan() throws IOException {
        String suite = suite("one__one-1");
        String file = predictions(prediction("one__one-1", "\"good patch\""));

        run("evaluate", "--suite", suite);
        run("evaluate", "--suite", suite, "--fresh-verdicts");
        run("verify", "--suite", suite, "--predictions", file, "--fresh-verdicts");

        assertThat(service.requests())
                .extracting(request -> request.path("plan").path("verdicts").asString(""))
                .containsExactly("", "fresh", "fresh");
    }

    @Test
    void sameCommandGoesOnWithTheSameEvaluation() throws IOException {
        String suite = suite("one__one-1", "two__two-2");
        run("evaluate", "--suite", suite);
        service.evaluations().reopen();
        out.reset();

        assertThat(run("evaluate", "--suite", suite, "-j", "3", "--retry-errors"))
                .isZero();

        assertThat(service.evaluations().all()).hasSize(1);
        assertThat(service.evaluations().actions()).containsExactly("retry evaluation0");
        assertThat(notes()).contains("going on with evaluation evaluation0");
        assertThat(results()).last().asString().startsWith("resolved 1 of 2 (50.0 %)");
    }

    @Test
    void redoAndAnotherPlanStartOver() throws IOException {
        String suite = suite("one__one-1");
        run("evaluate", "--suite", suite);
        run("evaluate", "--suite", suite, "--redo");
        run("evaluate", "--suite", suite, "--samples", "7");

        assertThat(service.evaluations().all()).hasSize(3);
    }

    @Test
    void endedEvaluationIsToldAgainWithoutRunningAgain() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""));
        run("verify", "--suite", suite("one__one-1"), "--predictions", file);
        out.reset();

        run("verify", "--suite", suite("one__one-1"), "--predictions", file);

        assertThat(service.requests()).hasSize(1);
        assertThat(results()).last().asString().startsWith("passed 1 of 1");
    }

    @Test
    void dryRunTellsRangesAndRunsNothing() throws IOException {
        Path none = folder.resolve("none");
        assertThat(run("evaluate", "--suite", suite("one__one-1"), "--dry-run", "--output", none.toString()))
                .isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).startsWith("time").endsWith("30.0 s to 90.0 s"))
                .anySatisfy(line -> assertThat(line).startsWith("cost").endsWith("unknown"))
                .anySatisfy(line -> assertThat(line).endsWith("3 instances"));
        assertThat(service.requests()).isEmpty();
        assertThat(none).doesNotExist();
    }

    @Test
    void endSetsTheEstimateBesideTheBill() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"));

        assertThat(notes()).contains("estimated: 30.0 s to 90.0 s, unknown; taken: 42.5 s, unknown");
    }

    @Test
    void terminalGetsABarAndNoneIsLeftBeforeAResult() throws IOException {
        run(Map.of("MONKEYWRENCH_TERMINAL", "err"), "evaluate", "--suite", suite("one__one-1", "two__two-2"));

        assertThat(notes())
                .contains("\r[########################] done 2/2, resolved 0, cost unknown, time left unknown");
        assertThat(notes().lines().filter(line -> line.startsWith("estimated"))).hasSize(1);
    }

    @Test
    void budgetIsOfTheWholeEvaluation() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"), "--max-cost", "2.5", "--max-tokens", "1000", "-j", "4");

        JsonNode request = service.evaluations().all().getFirst().path("request");
        assertThat(request.path("budget").toString()).isEqualTo("{\"dollars\":2.5,\"tokens\":1000}");
        assertThat(request.path("parallel").asInt()).isEqualTo(4);
        assertThat(run("evaluate", "--suite", suite("one__one-1"), "-j", "0")).isEqualTo(Exit.USAGE);
    }

    @Test
    void pauseResumeAndPsKnowEvaluations() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"));
        out.reset();

        assertThat(run("pause", "evaluation0")).isZero();
        assertThat(run("resume", "evaluation0")).isZero();
        assertThat(run("cancel", "evaluation0")).isZero();
        assertThat(run("pause", "nowhere")).isEqualTo(Exit.ERROR);
        assertThat(run("ps")).isZero();

        assertThat(service.evaluations().actions())
                .containsExactly("pause evaluation0", "resume evaluation0", "cancel evaluation0");
        assertThat(results()).anySatisfy(line -> assertThat(line).contains("evaluation0", "1/1"));
    }

    @Test
    void cancelNamesRunsThatAreNotThere() {
        assertThat(run("cancel", "nowhere")).isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("No such run");
        assertThat(service.cancelled()).contains("nowhere");
    }

    @Test
    void usageFaultsEndWithTwo() {
        assertThat(run("evaluate")).isEqualTo(Exit.USAGE);
        assertThat(run("frob")).isEqualTo(Exit.USAGE);
        assertThat(run("evaluate", "--suite", "starter", "--samples", "0")).isEqualTo(Exit.USAGE);
    }

    @Test
    void silentServiceIsToldWithTheRemedy() {
        service.close();

        assertThat(run("ps")).isEqualTo(Exit.ERROR);
        assertThat(notes()).contains("./mw serve");
    }

    @Test
    void servesWithoutCommandAndWithSettingsAlone() {
        assertThat(Commands.serves(List.of())).isTrue();
        assertThat(Commands.serves(List.of("--server.port=9000"))).isTrue();
        assertThat(Commands.serves(List.of("serve", "--server.port=9000"))).isTrue();
        assertThat(Commands.serves(List.of("serve", "--help"))).isFalse();
        assertThat(Commands.serves(List.of("demo"))).isFalse();
        assertThat(Commands.settings(new String[] {"serve", "--a=b"})).containsExactly("--a=b");
    }
}
