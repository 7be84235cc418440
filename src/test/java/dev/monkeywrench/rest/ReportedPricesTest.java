package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an evaluation would have cost, in the report of it. */
class ReportedPricesTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 80, \"stopAfter\": 0, \"seed\": 3}";
    private static String priced;

    @TempDir
    private Path folder;

    /** Three million prompt tokens and 100,000 others. */
    @BeforeAll
    static void evaluate() {
        priced = client.submit(client.request(PLAN, 2, 2));
        client.await(priced, "COMPLETED");
        BookedCalls.book(service, client, priced, 0, "{\"prompt\":1000000,\"completion\":100000}");
        BookedCalls.book(service, client, priced, 1, "{\"prompt\":2000000,\"completion\":0}");
    }

    private String tariff(String name, String first, String... models) throws IOException {
        String text = "lists:\n  - effective: 2024-01-01\n    " + first + "\n    models:\n      - "
                + String.join("\n      - ", models) + "\n";
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String dear() throws IOException {
        return tariff("dear.yaml", "cpuHour: 0", "{match: api/dear, promptMillion: 3, completionMillion: 15}");
    }

    private JsonNode report() throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve("out/report.json")));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @Test
    void setsEveryTariffBesideTheBill() throws IOException {
        String cheap = tariff(
                "cheap.yaml",
                "cpuHour: 36000",
                "{match: api/cheap, promptMillion: 0.14, completionMillion: 0.28}",
                "{match: api/free, promptMillion: 0, completionMillion: 0}");

        mw("report", priced, "--tariff", dear(), "--tariff", cheap, "--output", out())
                .results();

        JsonNode report = report();
        int resolved = report.at("/scorecard/score").intValue();
        assertThat(resolved).isPositive();
        JsonNode dear = report.at("/otherPrices/prices/0");
        assertThat(dear.at("/price/dollars").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(dear.at("/price/tariff").stringValue()).isEqualTo("dear.yaml");
        assertThat(dear.get("perResolved").decimalValue().multiply(BigDecimal.valueOf(resolved)))
                .isCloseTo(new BigDecimal("10.5"), Offset.offset(new BigDecimal("0.000001")));
        assertThat(report.at("/otherPrices/promptTokens").longValue()).isEqualTo(3_000_000);
        // ten dollars a second of a processor, of which each charge of a sandbox has 3 ms
        JsonNode free = report.at("/otherPrices/prices/2/price");
        assertThat(free.get("model").stringValue()).isEqualTo("api/free");
        assertThat(free.get("dollars").decimalValue())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(3L * (free.get("charges").intValue() - 2), 2));
        assertThat(text("report.md"))
                .contains("## What it would have cost", "| api/dear | $10.5 | $5.25 |", "| dear.yaml on ");
        assertThat(text("report.html")).contains("<h2>What it would have cost</h2>", "<td>api/free</td>");
        assertThat(Files.readAllLines(folder.resolve("out/report-prices.csv")))
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("\"api/dear\",\"dear.yaml\",")
                .contains(",0,10.5,10.5,5.25,");
    }

    /** The tariff has no price of sandboxes. */
    @Test
    void whatIsUnknownStaysUnknown() throws IOException {
        String calls = tariff(
                "calls.yaml", "# none of sandboxes", "{match: api/dear, promptMillion: 3, completionMillion: 15}");

        mw("report", priced, "--tariff", calls, "--output", out()).results();

        JsonNode line = report().at("/otherPrices/prices/0");
        assertThat(line.at("/price/dollars").isNull()).isTrue();
        assertThat(line.get("ratio").isNull()).isTrue();
        assertThat(text("report.md"))
                .containsPattern("api/dear \\| at least \\$10.5 \\| unknown \\| unknown \\| [1-9][0-9]* of ");
    }

    @Test
    void showsNothingWhereNoTariffIsNamed() throws IOException {
        mw("report", priced, "--output", out()).results();

        assertThat(report().get("otherPrices").isNull()).isTrue();
        assertThat(text("report.html")).doesNotContain("would have cost");
        assertThat(text("report.md")).doesNotContain("would have cost");
        assertThat(folder.resolve("out/report-prices.csv")).doesNotExist();
    }

    @Test
    void tellsOfTariffsThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "lists: [");
        String none = tariff("none.yaml", "cpuHour: 0", "{match: \"api/*\", promptMillion: 1}");
        mw("report", priced, "--output", out()).results();

        assertThat(mw("report", priced, "--output", out(), "--tariff", folder + "/broken.yaml"))
                .satisfies(said -> assertThat(said.err()).contains("broken.yaml is not YAML"))
                .extracting(Said::status)
                .isEqualTo(2);
        assertThat(mw("report", priced, "--output", out(), "--tariff", none).err())
                .contains("the tariff names none that is in force");
        assertThat(mw("report", out(), "--output", out(), "--tariff", dear()).err())
                .contains("holds no charges");
    }

    @Test
    void evaluateReportsThemToo() throws IOException {
        List<String> rows = client.request(PLAN, 1, List.of("x"))
                .at("/suite/instances")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
        String suite = Files.write(folder.resolve("suite.jsonl"), rows).toString();
        String[] words = {"evaluate", "--suite", suite, "--samples", "80", "--stop-after", "0", "--tariff", dear()};

        assertThat(mw(words).err()).contains("--tariff adds to a report");
        mw(with(words, "--report", out())).results();

        assertThat(report().at("/otherPrices/prices/0/price/dollars").decimalValue())
                .isZero();
        assertThat(report().at("/otherPrices/bill").decimalValue()).isPositive();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
