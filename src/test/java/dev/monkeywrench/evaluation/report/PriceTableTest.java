package dev.monkeywrench.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Report REPORT = Evaluations.report(Evaluations.instances(4, 4));

    private static OtherPrice price(String model, String dollars) {
        return new OtherPrice(
                model, "t.yaml", DAY, Optional.of(new BigDecimal(dollars)), new BigDecimal(dollars), 7, 0);
    }

    private static OtherPrices beside(String bill, int resolved, OtherPrice... prices) {
        return OtherPrices.of(
                Optional.of(bill).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                new OtherPrices.Tokens(3_000_000, 100_000, 2),
                List.of(prices),
                resolved);
    }

    @Test
    void setsEachPriceBesideTheBill() {
        assertThat(PriceTable.rows(beside("4.20", 3, price("a", "10.5"), price("b", "0.448"), price("c", "0")), 3))
                .containsExactly(
                        List.of(
                                "as if it had asked",
                                "cost",
                                "cost per resolved",
                                "times the bill",
                                "charges without a price",
                                "prices"),
                        List.of("what it asked: the bill", "$4.2", "$1.4", "1", "", "the service's, day by day"),
                        List.of("a", "$10.5", "$3.5", "2.5", "0 of 7", "t.yaml on 2026-11-22"),
                        List.of("b", "$0.448", "$0.1493", "0.107", "0 of 7", "t.yaml on 2026-11-22"),
                        List.of("c", "$0", "$0", "0", "0 of 7", "t.yaml on 2026-11-22"));
    }

    @Test
    void comparesWithNoBillThatIsUnknownOrNothing() {
        for (String bill : List.of("", "0")) {
            assertThat(PriceTable.rows(beside(bill, 1, price("a", "1")), 1).getLast())
                    .startsWith("a", "$1", "$1", "unknown");
        }
        assertThat(PriceTable.rows(beside("", 1, price("a", "1")), 1).get(1)).contains("unknown", "1");
    }

    @Test
    void tellsWhatIsKnownWhereAPartIsNot() {
        OtherPrice part = new OtherPrice("a", "t", DAY, Optional.empty(), new BigDecimal("3"), 1_060, 58);
        OtherPrice none = new OtherPrice("b", "t", DAY, Optional.empty(), BigDecimal.ZERO, 2, 2);

        List<List<String>> rows = PriceTable.rows(beside("2", 2, part, none), 2);

        assertThat(rows.get(2)).startsWith("a", "at least $3", "unknown", "unknown", "58 of 1,060");
        assertThat(rows.get(3)).startsWith("b", "unknown", "unknown", "unknown", "2 of 2");
    }

    @Test
    void hasNoCostPerResolvedWhereNothingIs() {
        assertThat(PriceTable.rows(beside("2", 0, price("a", "1")), 0))
                .extracting(row -> row.get(2))
                .containsExactly("cost per resolved", "nothing resolved", "nothing resolved");
    }

    @Test
    void saysSoWhereNoModelWasCalled() {
        OtherPrices none = OtherPrices.of(
                Optional.of(BigDecimal.ONE), new OtherPrices.Tokens(0, 0, 0), List.of(price("a", "1")), 1);

        assertThat(PriceTable.basis(none)).startsWith("No model was called");
        assertThat(PriceTable.basis(beside("1", 1))).contains("3,000,000 of prompts", "2 calls did not tell theirs");
    }

    @Test
    void namesOfTariffsAndModelsStayText() {
        String hostile = "<script>|\"=1+1";
        OtherPrice price = new OtherPrice(hostile, hostile, DAY, Optional.of(BigDecimal.ONE), BigDecimal.ONE, 1, 0);

        Report report = REPORT.with(beside("2", 1, price));

        assertThat(HtmlReport.render(report)).contains(PriceTable.NAME).doesNotContain("<script>");
        assertThat(MarkdownReport.render(report)).contains("\\<script\\>\\|");
        assertThat(PriceTable.csv(report).orElseThrow().lines().toList().getLast())
                .isEqualTo(Escaping.csv(hostile) + "," + Escaping.csv(hostile) + ",2026-11-22,1,0,1,1,1,0.5");
        assertThat(HtmlReport.render(REPORT)).doesNotContain(PriceTable.NAME);
        assertThat(PriceTable.csv(REPORT)).isEmpty();
    }
}
