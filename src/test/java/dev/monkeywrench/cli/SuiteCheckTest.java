package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SuiteCheckTest extends CommandFixture {

    SuiteCheckTest() {
        super(Map.of("good", "PASSED", "unclear", "INCONCLUSIVE"));
    }

    private int check(List<String> rows, String... more) throws IOException {
        Path suite = Files.write(folder.resolve("suite.jsonl"), rows);
        return run(Stream.concat(Stream.of("suite", "check", suite.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String row(String id, String patch, String scripted) {
        ObjectNode row = Session.JSON.createObjectNode();
        row.put("instance_id", id)
                .put("repository", "https://example.org/x.git")
                .put("base_commit", "a".repeat(40));
        row.put("problem_statement", "It breaks.").put("test_command", "pytest").put("report", "junit");
        if (!patch.isEmpty()) {
            row.put("patch", patch);
        }
        row.set("scripted", Session.JSON.readTree(scripted.replace('\'', '"')));
        return row.toString();
    }

    private static String baseline(String contradictions, String flaky) {
        return "{'startedAt':'2026-01-01T00:00:00Z','endedAt':'2026-01-01T00:00:05.500Z','baseline':{'failToPass':['a'],"
                + "'passToPass':['b','c'],'contradictions':" + contradictions + ",'seconds':1.0,'cached':false,"
                + "'flakiness':{'runs':3,'flaky':" + flaky + "}}}";
    }

    private JsonNode done() {
        return Session.JSON.readTree(results().getLast());
    }

    @Test
    void judgesTheGoldPatchAndDrawsNothing() throws IOException {
        assertThat(check(List.of(row("a__a-1", "good", baseline("[]", "{}"))))).isZero();

        assertThat(service.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.path("plan").toString()).isEqualTo("{\"patches\":[\"good\"]}"));
        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("a__a-1", "sound"))
                .anySatisfy(line -> assertThat(line).startsWith("usable 1 of 1"))
                .anySatisfy(line -> assertThat(line).contains("disk: unknown"));
    }

    @Test
    void tellsWhatIsWrongWithEach() throws IOException {
        int status = check(
                List.of(
                        row("a__a-1", "good", baseline("['FAIL_TO_PASS a passes without a patch']", "{}")),
                        row("b__b-2", "bad", baseline("[]", "{}")),
                        row("c__c-3", "unclear", baseline("[]", "{}")),
                        row("d__d-4", "", baseline("[]", "{}")),
                        row(
                                "e__e-5",
                                "good",
                                "{'state':'FAILED','problem':{'type':'/errors/instance-unsound','title':'x'}}"),
                        row(
                                "f__f-6",
                                "good",
                                "{'state':'FAILED','problem':{'type':'/errors/environment-unavailable','title':'no image'}}")),
                "--json");

        assertThat(status).isEqualTo(Exit.ERROR);
        assertThat(done().path("checked")
                        .valueStream()
                        .map(each -> each.path("standing").asString()))
                .containsExactly(
                        "CONTRADICTED", "GOLD_PATCH_FAILS", "NOT_JUDGED", "NO_GOLD_PATCH", "UNSOUND", "NOT_JUDGED");
        assertThat(done().path("usable").asInt()).isEqualTo(1);
        assertThat(done().path("checked").path(1).path("reason").asString()).isEqualTo("FAILED");
        assertThat(done().path("checked").path(5).path("reason").asString()).contains("no image");
    }

    @Test
    void flakyTestsAreListedAndNoContradiction() throws IOException {
        String flaky = baseline(
                "['PASS_TO_PASS b is flaky: it passes without a patch in 2 of 3 runs']", "{'b':{'runs':3,'passed':2}}");

        assertThat(check(List.of(row("a__a-1", "good", flaky)))).isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("a__a-1", "sound, flaky tests"))
                .anySatisfy(line -> assertThat(line).contains("b is flaky: passed 2 of 3"));
    }

    @Test
    void estimatesTheTimeOfAnEvaluation() throws IOException {
        check(
                List.of(row("a__a-1", "good", baseline("[]", "{}")), row("b__b-2", "good", baseline("[]", "{}"))),
                "--json",
                "--samples",
                "10");

        JsonNode estimate = done().path("estimate");
        assertThat(estimate.path("candidateSeconds").asDouble()).isEqualTo(3.0);
        assertThat(estimate.path("preparationSeconds").asDouble()).isEqualTo(11.0);
        assertThat(estimate.path("sandboxSeconds").asDouble()).isEqualTo(41.0);
        assertThat(estimate.path("diskBytes").isNull()).isTrue();
    }

    @Test
    void tellsWhatPreparingTakesOnceAndJudgingEachTime() throws IOException {
        check(
                List.of(row("a__a-1", "good", baseline("[]", "{}")), row("b__b-2", "good", baseline("[]", "{}"))),
                "--samples",
                "10");

        assertThat(results())
                .contains(
                        "time: preparing takes 11.0 s once, and judging a candidate of each 3.0 s; 10 distinct candidates"
                                + " of each, about 41.0 s of one sandbox",
                        "      measured by this check, 1 at a time; drawing is not in it");
    }

    @Test
    void tellsOfPreparationThatEarlierRunsPaid() throws IOException {
        String kept =
                baseline("[]", "{}").replace("'cached':false", "'cached':true").replace(":05.500Z", ":00.250Z");
        String slow = baseline("[]", "{}").replace("00:00:05.500Z", "00:10:00Z");

        check(List.of(row("a__a-1", "good", kept), row("b__b-2", "good", slow)), "-j", "2");

        assertThat(results())
                .anySatisfy(line -> assertThat(line).startsWith("time: preparing takes 10 min once,"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("      measured by this check, 2 at a time;")
                        .contains("1 baselines were kept from earlier runs, whose preparation is not in it"));
    }

    /** One whose run failed was prepared for nothing that can be told. */
    @Test
    void preparationOfWhatFailedIsUnknownAndNotInTheSum() throws IOException {
        String failed = "{'state':'FAILED','startedAt':'2026-01-01T00:00:00Z','endedAt':'2026-01-01T00:05:00Z',"
                + "'problem':{'type':'/errors/environment-unavailable','title':'no image'}}";

        check(List.of(row("a__a-1", "good", baseline("[]", "{}")), row("b__b-2", "good", failed)));

        assertThat(results())
                .anySatisfy(line -> assertThat(line).startsWith("time: preparing takes 5.5 s once,"))
                .anySatisfy(line -> assertThat(line).contains("b__b-2").matches(".* -  +-"));
    }

    @Test
    void malformedLinesAreToldAndFailTheCheck() throws IOException {
        assertThat(check(List.of(row("a__a-1", "good", baseline("[]", "{}")), "nonsense")))
                .isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("suite.jsonl:2: the line is not JSON");
    }

    @Test
    void filtersChooseWhatIsChecked() throws IOException {
        check(
                List.of(row("a__a-1", "good", baseline("[]", "{}")), row("b__b-2", "good", baseline("[]", "{}"))),
                "--filter",
                "^b");

        assertThat(service.requests())
                .singleElement()
                .satisfies(request -> assertThat(
                                request.path("instance").path("instance_id").asString())
                        .isEqualTo("b__b-2"));
    }
}
