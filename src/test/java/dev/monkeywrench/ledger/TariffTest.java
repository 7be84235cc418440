package dev.monkeywrench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.sandbox.SandboxKind;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static final Tariff TARIFF = read("""
            lists:
              - effective: 2024-01-01
                cpuHour: 0.036
                models:
                  - {match: api/gpt, promptMillion: 5, cachedMillion: 1, completionMillion: 15}
                  - {match: "local/*", serverHour: 8.24}
              - effective: 2025-01-01
                models:
                  - {match: api/gpt, promptMillion: 2, completionMillion: 8}
            """);
    private static final Instant IN_2024 = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant IN_2025 = Instant.parse("2025-06-01T00:00:00Z");

    @Test
    void pricesTokensCachedOnesApart() {
        TokenUsage usage =
                new TokenUsage(OptionalLong.of(3_000_000), OptionalLong.of(1_000_000), OptionalLong.of(1_000_000));
        assertThat(TARIFF.price(call("api/gpt", usage, IN_2024)))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("26"));
    }

    @Test
    void usesThePricesInForceOnTheDayOfUse() {
        TokenUsage usage = TokenUsage.of(1_000_000, 1_000_000);
        assertThat(TARIFF.price(call("api/gpt", usage, IN_2024)).orElseThrow()).isEqualByComparingTo("20");
        assertThat(TARIFF.price(call("api/gpt", usage, IN_2025)).orElseThrow()).isEqualByComparingTo("10");
    }

    /** Large Language Monkeys' local model: 40.54 hours at 8.24 dollars are 334.01 dollars. */
    @Test
    void pricesAServerOfOursByTheHour() {
        Charge.ModelCall call = new Charge.ModelCall(
                new ModelId("local/any"), TokenUsage.unknown(), Duration.ofDays(9), Duration.ofMillis(145_928_350));
        BigDecimal price = TARIFF.price(new Entry("draw-0", call, IN_2024)).orElseThrow();
        assertThat(price.doubleValue()).isCloseTo(334.01, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void leavesUnknownWhatHasNoPrice() {
        assertThat(TARIFF.price(call("api/other", TokenUsage.of(1, 1), IN_2024)))
                .isEmpty();
        assertThat(TARIFF.price(call("api/gpt", TokenUsage.unknown(), IN_2024))).isEmpty();
        assertThat(TARIFF.price(call("api/gpt", TokenUsage.of(1, 1), Instant.parse("2023-12-31T23:59:59Z"))))
                .isEmpty();
    }

    @Test
    void pricesSandboxesByCoreHours() {
        Entry hour = new Entry(
                "verify-x",
                new Charge.SandboxUse(SandboxKind.DOCKER, Duration.ofHours(9), Duration.ofHours(1)),
                IN_2024);
        assertThat(TARIFF.price(hour).orElseThrow()).isEqualByComparingTo("0.036");
    }

    @Test
    void refusesAMisspeltFieldByName() {
        assertThatThrownBy(() -> read("lists:\n  - {effective: 2024-01-01, cpuHuor: 1}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.yaml")
                .hasMessageContaining("cpuHuor");
    }

    private static Entry call(String model, TokenUsage usage, Instant at) {
        return new Entry(
                "draw-0", new Charge.ModelCall(new ModelId(model), usage, Duration.ofSeconds(1), Duration.ZERO), at);
    }

    private static Tariff read(String yaml) {
        return TariffReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    }
}
