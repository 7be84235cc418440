package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.cli.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans and prices of evaluations that a service keeps. */
class PlanAndPriceTest {

    private static final String PLAN = "{\"samples\": 30, \"stopAfter\": 0, \"seed\": 11}";
    private static final String PLANS = "/api/v1/plans";
    private static final String TARIFF = """
            {"lists": [{"effective": "2024-01-01", "cpuHour": 0, "models": [
              {"match": "api/dear", "promptMillion": 3, "completionMillion": 15},
              {"match": "api/cheap", "promptMillion": 0.14, "completionMillion": 0.28}]}]}""";

    private static RunningService service;
    private static EvaluationClient client;
    private static String fixed;
    private static String priced;
    private static String partly;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.in(folder);
        client = new EvaluationClient(service);
        fixed = client.submit(client.request(PLAN, 2, 4));
        priced = client.submit(client.request(PLAN, 2, 2));
        partly = client.submit(client.request(PLAN, 2, 2));
        List.of(fixed, priced, partly).forEach(id -> client.await(id, "COMPLETED"));
        call(priced, 0, "{\"prompt\":1000000,\"completion\":100000}");
        call(priced, 1, "{\"prompt\":2000000,\"completion\":0}");
        call(partly, 0, "{\"prompt\":1000000,\"completion\":0}");
        call(partly, 1, "{}");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Books a call of a model with the run of an instance, as if it had been made. */
    private static void call(String evaluation, int ordinal, String usage) {
        String run = client.members(evaluation, "").get(ordinal).get("runId").stringValue();
        service.bean(JdbcTemplate.class)
                .update(
                        "INSERT INTO entries (run_id, step, ordinal, label, charge, at)"
                                + " VALUES (?, 'draw-0', 900, 'draw-0', ?, CURRENT_TIMESTAMP)",
                        run,
                        "{\"kind\":\"model\",\"model\":\"ollama/mine\",\"usage\":" + usage
                                + ",\"elapsed\":\"PT9S\",\"computed\":\"PT0S\"}");
    }

    private static JsonNode price(String evaluation, String body) {
        HttpResponse<String> reply = service.postTo(EvaluationClient.EVALUATIONS + "/" + evaluation + "/price", body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return RunningService.json(reply);
    }

    private static List<String> fields(HttpResponse<String> reply, String type) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(422);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(RunningService.json(reply).get("type").stringValue()).isEqualTo("/errors/" + type);
        assertThat(service.get("/errors/" + type).statusCode()).isEqualTo(200);
        return RunningService.json(reply)
                .get("errors")
                .valueStream()
                .map(each -> each.get("field").stringValue())
                .toList();
    }

    private String mw(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.add("--server=http://127.0.0.1:" + service.port());
        int status = Commands.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("MONKEYWRENCH_TERMINAL", ""));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Three million prompt tokens and 100,000 others: 3 * 3 + 0.1 * 15, and 3 * 0.14 + 0.1 * 0.28. */
    @Test
    void tellsWhatItWouldHaveCostOnEachModelOfTheTariff() {
        JsonNode prices = price(priced, "{\"tariff\": " + TARIFF + "}");

        assertThat(prices.get("attempts").intValue()).isEqualTo(2);
        assertThat(prices.at("/models/0/model").stringValue()).isEqualTo("api/dear");
        assertThat(prices.at("/models/0/calls/dollars").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(prices.at("/models/0/total/dollars").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(prices.at("/models/1/calls/dollars").decimalValue()).isEqualByComparingTo("0.448");
        assertThat(prices.at("/sandboxes/charges").intValue()).isPositive();
        assertThat(prices.at("/tokens/prompt").longValue()).isEqualTo(3_000_000);
        assertThat(prices.at("/tokens/completion").longValue()).isEqualTo(100_000);
        // nobody says what the model that ran costs
        assertThat(prices.at("/asUsed/unpriced").intValue()).isEqualTo(2);
        assertThat(prices.at("/asUsed/dollars").isNull()).isTrue();
    }

    @Test
    void whatIsUnknownStaysUnknownAndIsCounted() {
        JsonNode dear = price(partly, "{\"models\": [\"api/dear\"], \"tariff\": " + TARIFF + "}")
                .at("/models/0");

        assertThat(price(partly, "{\"at\": \"2024-08-01\"}")
                        .at("/tokens/unreported")
                        .intValue())
                .isEqualTo(1);
        assertThat(dear.at("/calls/charges").intValue()).isEqualTo(2);
        assertThat(dear.at("/calls/unpriced").intValue()).isEqualTo(1);
        assertThat(dear.at("/calls/known").decimalValue()).isEqualByComparingTo("3");
        assertThat(dear.at("/calls/dollars").isNull()).isTrue();
        assertThat(dear.at("/total/dollars").isNull()).isTrue();
        JsonNode strange = price(priced, "{\"models\": [\"api/strange\"]}").at("/models/0");
        assertThat(strange.get("listed").booleanValue()).isFalse();
        assertThat(strange.at("/calls/unpriced").intValue()).isEqualTo(2);
        assertThat(strange.at("/calls/dollars").isNull()).isTrue();
    }

    /** The service's own tariff has prices of July 2024, and none of today. */
    @Test
    void takesTheServicesTariffOfTheDayAskedFor() {
        JsonNode prices = price(priced, "{\"at\": \"2024-08-01\", \"models\": [\"openai/gpt-4o-2024-05-13\"]}");

        assertThat(prices.at("/models/0/calls/dollars").decimalValue()).isEqualByComparingTo("16.5");
        assertThat(prices.get("at").stringValue()).isEqualTo("2024-08-01T00:00:00Z");
        assertThat(price(priced, "{\"at\": \"2024-08-01\"}").get("models").size())
                .isEqualTo(3);
        assertThat(fields(
                        service.postTo(EvaluationClient.EVALUATIONS + "/" + priced + "/price", "{}"), "invalid-tariff"))
                .containsExactly("models");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | body",
                "{\"at\": \"yesterday\"} | at",
                "{\"at\": \"2024-02-30\"} | at",
                "{\"at\": \"+1000000000-12-31T23:59:59Z\"} | at",
                "{\"colour\": 1} | colour",
                "{\"models\": [], \"at\": \"2024-08-01\"} | models",
                "{\"models\": [\"a\", \"a\"]} | models[1]",
                "{\"models\": [7]} | models[0]",
                "{\"tariff\": 3} | tariff.lists",
                "{\"tariff\": {\"lists\": [{\"effective\": \"soon\"}]}} | tariff.lists[0].effective",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"cpuHour\": -1}]}} | tariff.lists[0].cpuHour",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"cpuHour\": 1e308}]}} | tariff.lists[0].cpuHour",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"cpuHour\": 1e999}]}} | tariff.lists[0].cpuHour",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"cpuHour\": \"1e999999999\"}]}}"
                        + " | tariff.lists[0].cpuHour",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"models\": [null]}]}} | tariff.lists[0].models[0]",
                "{\"tariff\": {\"lists\": [null]}} | tariff.lists[0]",
                "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"models\": [{}]}]}} | tariff.lists[0].models[0].match"
            })
    void namesWhatIsWrongWithARequestForPrices(String body, String field) {
        assertThat(fields(
                        service.postTo(EvaluationClient.EVALUATIONS + "/" + priced + "/price", body), "invalid-tariff"))
                .containsExactly(field);
    }

    @Test
    void refusesATariffOfTooManyModelsOrTooLongNames() {
        String path = EvaluationClient.EVALUATIONS + "/" + priced + "/price";
        String many = IntStream.range(0, 21)
                .mapToObj(i -> "{\"match\": \"m" + i + "\"}")
                .collect(Collectors.joining(","));
        String list = "{\"tariff\": {\"lists\": [{\"effective\": \"2024-01-01\", \"models\": [%s]}]}}";

        assertThat(fields(service.postTo(path, list.formatted(many)), "invalid-tariff"))
                .containsExactly("models");
        assertThat(fields(
                        service.postTo(path, list.formatted("{\"match\": \"" + "x".repeat(201) + "\"}")),
                        "invalid-tariff"))
                .containsExactly("tariff.lists[0].models[0].match");
    }

    @Test
    void knowsNoPriceOfWhatIsNoEvaluation() {
        String unknown = "0".repeat(24);

        assertThat(service.postTo(EvaluationClient.EVALUATIONS + "/" + unknown + "/price", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void plansWithAnEvaluationAsTheCommandDoes() {
        String model = "{\"name\": \"mine\", \"evaluation\": \"" + fixed + "\", \"dollarsPerSample\": 0.01}";
        HttpResponse<String> reply = service.postTo(PLANS, "{\"budget\": 1, \"models\": [" + model + "]}");

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        JsonNode plan = RunningService.json(reply);
        assertThat(plan.get("instances").intValue()).isEqualTo(4);
        assertThat(plan.at("/models/0/measured/samples").intValue()).isEqualTo(30);
        // 4 instances, 25 samples, a cent each
        assertThat(plan.at("/best/dollars").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(plan.at("/best/samples").intValue()).isEqualTo(25);
        assertThat(plan.get("offers").isNull()).isTrue();
        assertThat(new JsonMapper().readTree(mw("plan", "mine=" + fixed, "--price=mine=0.01", "--budget=1", "--json")))
                .isEqualTo(plan);
    }

    @Test
    void refusesToPlanWithWhatStoppedEarlyOrIsNotThere() {
        String early = client.submit(client.request("{\"samples\": 200, \"stopAfter\": 1, \"seed\": 3}", 2, 2));
        client.await(early, "COMPLETED");

        String models = List.of(early, "0".repeat(24), "../../etc/passwd").stream()
                .map(id -> "{\"name\": \"m" + id.length() + id.charAt(1) + id.hashCode() + "\", \"evaluation\": \"" + id
                        + "\", \"dollarsPerSample\": 1}")
                .collect(Collectors.joining(","));
        HttpResponse<String> reply = service.postTo(PLANS, "{\"models\": [" + models + "]}");

        assertThat(fields(reply, "invalid-plan"))
                .containsExactly("models[0].evaluation", "models[1].evaluation", "models[2].evaluation");
        assertThat(reply.body()).contains("biases every estimate of pass@k", "stopAfter 0");
    }

    /** Had one of its runs found something, it would have stopped: that none did is chance. */
    @Test
    void refusesToPlanWithWhatMightHaveStoppedEarly() {
        String might = client.submit(client.request("{\"samples\": 2, \"stopAfter\": 1, \"seed\": 5}", 2, 2));
        client.await(might, "COMPLETED");
        assertThat(client.members(might, ""))
                .allSatisfy(member -> assertThat(member.at("/result/stopReason").stringValue())
                        .isEqualTo("SAMPLES_DRAWN"));

        String model = "{\"name\": \"m\", \"evaluation\": \"" + might + "\", \"dollarsPerSample\": 1}";
        assertThat(fields(service.postTo(PLANS, "{\"models\": [" + model + "]}"), "invalid-plan"))
                .containsExactly("models[0].evaluation");
    }

    /** More attempts than a page of events tells. */
    @Test
    void pricesEveryAttempt() {
        String large = client.submit(client.request("{\"samples\": 1, \"stopAfter\": 0, \"seed\": 5}", 4, 110));
        client.await(large, "COMPLETED");

        JsonNode prices = price(large, "{\"at\": \"2024-08-01\"}");

        assertThat(prices.get("attempts").intValue()).isEqualTo(110);
        assertThat(prices.at("/sandboxes/charges").intValue())
                .isEqualTo(service.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT COUNT(*) FROM entries JOIN evaluation_members ON entries.run_id ="
                                        + " evaluation_members.run_id WHERE evaluation_id = ?",
                                Integer.class,
                                large));
    }

    @Test
    void pricesTheAttemptsThatWereRepeatedToo() {
        String id = client.submit(client.request(PLAN, 1, List.of("unavailable")));
        client.await(id, "COMPLETED");
        client.act(id, "retry");
        client.await(
                id,
                found -> found.get("state").stringValue().equals("COMPLETED")
                        && found.at("/counts/attempts").intValue() == 2);

        assertThat(price(id, "{\"at\": \"2024-08-01\"}").get("attempts").intValue())
                .isEqualTo(2);
    }

    @Test
    void refusesManyModelsAtOnce() {
        String many = IntStream.range(0, 100_000).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(fields(service.postTo(PLANS, "{\"models\": [" + many + "]}"), "invalid-plan"))
                .containsExactly("models");
    }

    @Test
    void commandTellsThePricesAndWhatIsUnknown() throws IOException {
        Path tariff = Files.writeString(folder.resolve("tariff.yaml"), """
                lists:
                  - effective: 2024-01-01
                    models:
                      - {match: api/dear, promptMillion: 3, completionMillion: 15}
                """);

        String printed = mw("price", priced, "--tariff", tariff.toString());

        // without a price of sandboxes the sum is unknown, and that of the calls is not
        assertThat(printed).containsPattern("api/dear +2 +0 +\\$10.50 +at least \\$10.50");
        assertThat(mw("price", partly, "--tariff", tariff.toString(), "--model", "api/dear"))
                .containsPattern("api/dear +2 +1 +at least \\$3 ");
        assertThat(mw("price", fixed, "--at=2024-08-01")).contains("no model was called");
    }

    @Test
    void openApiNamesPlansAndPrices() {
        JsonNode document =
                new JsonMapper().readTree(service.get("/v3/api-docs").body());

        assertThat(document.get("paths").propertyNames()).contains(PLANS, "/api/v1/evaluations/{id}/price");
        assertThat(document.at("/components/schemas/PlanRequest/properties").propertyNames())
                .contains("models", "budget", "atCoverage");
        assertThat(document.at("/components/schemas/PricedEvaluation/properties")
                        .propertyNames())
                .contains("asUsed", "models", "forgotten");
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("PlanChoice", "PlanOffers", "PricePart")
                .doesNotContain("Choice", "Model", "Line", "Part");
    }
}
