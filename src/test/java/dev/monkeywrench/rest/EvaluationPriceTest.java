package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What evaluations that a service keeps would have cost. */
class EvaluationPriceTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 30, \"stopAfter\": 0, \"seed\": 11}";
    private static final String TARIFF = """
            {"lists": [{"effective": "2024-01-01", "cpuHour": 0, "models": [
              {"match": "api/dear", "promptMillion": 3, "completionMillion": 15},
              {"match": "api/cheap", "promptMillion": 0.14, "completionMillion": 0.28}]}]}""";

    private static String unasked;
    private static String priced;
    private static String partly;

    @TempDir
    private Path folder;

    @BeforeAll
    static void evaluate() {
        unasked = client.submit(client.request(PLAN, 2, 4));
        priced = client.submit(client.request(PLAN, 2, 2));
        partly = client.submit(client.request(PLAN, 2, 2));
        List.of(unasked, priced, partly).forEach(id -> client.await(id, "COMPLETED"));
        book(priced, 0, "{\"prompt\":1000000,\"completion\":100000}");
        book(priced, 1, "{\"prompt\":2000000,\"completion\":0}");
        book(partly, 0, "{\"prompt\":1000000,\"completion\":0}");
        book(partly, 1, "{}");
    }

    private static void book(String evaluation, int ordinal, String usage) {
        BookedCalls.book(service, client, evaluation, ordinal, usage);
    }

    private static JsonNode price(String evaluation, String body) {
        HttpResponse<String> reply = service.postTo(EvaluationClient.EVALUATIONS + "/" + evaluation + "/price", body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return RunningService.json(reply);
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
        assertThat(problems(
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
        assertThat(problems(
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

        assertThat(problems(service.postTo(path, list.formatted(many)), "invalid-tariff"))
                .containsExactly("models");
        assertThat(problems(
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
    void commandTellsThePricesAndWhatIsUnknown() throws IOException {
        Path tariff = Files.writeString(folder.resolve("tariff.yaml"), """
                lists:
                  - effective: 2024-01-01
                    models:
                      - {match: api/dear, promptMillion: 3, completionMillion: 15}
                """);

        String printed = mw("price", priced, "--tariff", tariff.toString()).results();

        // without a price of sandboxes the sum is unknown, and that of the calls is not
        assertThat(printed).containsPattern("api/dear +2 +0 +\\$10.50 +at least \\$10.50");
        assertThat(mw("price", partly, "--tariff", tariff.toString(), "--model", "api/dear")
                        .results())
                .containsPattern("api/dear +2 +1 +at least \\$3 ");
        assertThat(mw("price", unasked, "--at=2024-08-01").results()).contains("no model was called");
    }
}
