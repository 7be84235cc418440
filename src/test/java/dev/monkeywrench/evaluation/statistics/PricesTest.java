package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.sandbox.SandboxKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final Instant USED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-21T10:00:00Z");

    private static final Tariff TARIFF = new Tariff(List.of(new Tariff.PriceList(
            LocalDate.of(2026, 6, 1),
            Optional.of(new BigDecimal("0.04")),
            List.of(new Tariff.ModelPrice(
                    "big/api",
                    Optional.of(new BigDecimal("3")),
                    Optional.of(new BigDecimal("0.3")),
                    Optional.of(new BigDecimal("15")),
                    Optional.empty())))));

    private static Entry call(TokenUsage usage) {
        return new Entry(
                "draw-0",
                new Charge.ModelCall(new ModelId("ollama/small"), usage, Duration.ofSeconds(9), Duration.ofSeconds(8)),
                USED);
    }

    /** The table of Large Language Monkeys, from its own inputs. */
    @Test
    void reproducesThePapersTableOfPrices() {
        SuitePrice deepseek = new SuitePrice("DeepSeek-Coder-V2", new BigDecimal("0.008"), 5, 300, 0.2962);
        SuitePrice gpt = new SuitePrice("GPT-4o", new BigDecimal("0.13"), 1, 300, 0.24);
        SuitePrice claude = new SuitePrice("Claude 3.5 Sonnet", new BigDecimal("0.17"), 1, 300, 0.267);

        assertThat(deepseek.total()).isEqualByComparingTo("12");
        assertThat(gpt.total()).isEqualByComparingTo("39");
        assertThat(claude.total()).isEqualByComparingTo("51");
        assertThat(gpt.relativeTo(deepseek)).isEqualTo(3.25);
        assertThat(claude.relativeTo(deepseek)).isEqualTo(4.25);
    }

    @Test
    void pricesALocalModelByTheHour() {
        LocalServer server = new LocalServer(8, 362.05e12, 0.2, 32e9, 8.24);

        assertThat(server.tokensPerSecond()).isCloseTo(9051.25, within(0.01));
        assertThat(server.hours(1.32083e9)).isCloseTo(40.54, within(0.005));
        assertThat(server.dollars(1.32083e9)).isCloseTo(334.01, within(0.02));
    }

    @Test
    void countsThePromptOnceAndEachDecodedToken() {
        ModelShape shape = new ModelShape(7e9, 32, 4096);

        assertThat(shape.flopsPerToken(0)).isEqualTo(14e9);
        assertThat(shape.flopsPerToken(8000)).isEqualTo(2 * (7e9 + 2.0 * 32 * 4096 * 8000));
        assertThat(shape.flops(1000, 10 * 200, 0)).isEqualTo(3000 * 14e9);
    }

    @Test
    void sameUsageCostsWhatTheOtherApiWouldHaveAsked() {
        Entry sandbox = new Entry(
                "verify-x",
                new Charge.SandboxUse(SandboxKind.BUBBLEWRAP, Duration.ofHours(1), Duration.ofMinutes(30)),
                USED);
        Counterfactual.Price price = new Counterfactual(new ModelId("big/api"), TARIFF, TODAY)
                .price(List.of(call(TokenUsage.of(1_000_000, 100_000)), sandbox));

        assertThat(price.total().orElseThrow()).isEqualByComparingTo("4.52");
    }

    @Test
    void usageThatWasNotReportedLeavesThePriceUnknown() {
        Counterfactual.Price price = new Counterfactual(new ModelId("big/api"), TARIFF, TODAY)
                .price(List.of(call(TokenUsage.of(1_000_000, 0)), call(TokenUsage.unknown())));

        assertThat(price).isEqualTo(new Counterfactual.Price(price.known(), 1));
        assertThat(price.known()).isEqualByComparingTo("3");
        assertThat(price.total()).isEmpty();
    }

    @Test
    void aDayBeforeTheTariffHasNoPrice() {
        assertThat(new Counterfactual(new ModelId("big/api"), TARIFF, USED)
                        .price(List.of(call(TokenUsage.of(1, 1))))
                        .unpriced())
                .isEqualTo(1);
    }
}
