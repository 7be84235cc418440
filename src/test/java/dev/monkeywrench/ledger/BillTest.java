package dev.monkeywrench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.sandbox.SandboxKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final Map<String, Worth> KNOWN =
            Map.of("prepare", Worth.OVERHEAD, "draw-0", Worth.USEFUL, "draw-1", Worth.MALFORMED);

    @Test
    void splitsByWorthAndAddsUp() {
        Bill bill = Bill.of(
                List.of(sandbox("prepare", 5), call("draw-0", 10), call("draw-1", 30), call("draw-2", 60)),
                BillTest::worth,
                new Tariff(List.of()));

        assertThat(bill.of(Worth.USEFUL).completionTokens()).hasValue(10);
        assertThat(bill.of(Worth.MALFORMED).completionTokens()).hasValue(30);
        assertThat(bill.of(Worth.LOST).completionTokens()).hasValue(60);
        assertThat(bill.of(Worth.OVERHEAD).sandboxWall()).hasSeconds(5);
        assertThat(bill.total().completionTokens()).hasValue(100);
        assertThat(bill.total().modelCalls()).isEqualTo(3);
        assertThat(bill.total().dollars()).as("nothing here has a price").isEmpty();
    }

    @Test
    void staysUnknownWhereACallDidNotSay() {
        Entry silent = new Entry(
                "draw-0",
                new Charge.ModelCall(new ModelId("m"), TokenUsage.unknown(), Duration.ZERO, Duration.ZERO),
                Instant.EPOCH);

        Bill bill = Bill.of(List.of(silent, call("draw-1", 7)), BillTest::worth, new Tariff(List.of()));

        assertThat(bill.total().completionTokens()).isEqualTo(OptionalLong.empty());
        assertThat(bill.of(Worth.MALFORMED).completionTokens()).hasValue(7);
    }

    @Test
    void isNothingForNothing() {
        Bill bill = Bill.of(List.of(), BillTest::worth, new Tariff(List.of()));
        assertThat(bill.total()).isEqualTo(Totals.ZERO);
    }

    private static Worth worth(String label) {
        return KNOWN.getOrDefault(label, Worth.LOST);
    }

    private static Entry call(String label, long tokens) {
        return new Entry(
                label,
                new Charge.ModelCall(new ModelId("m"), TokenUsage.of(0, tokens), Duration.ofSeconds(1), Duration.ZERO),
                Instant.EPOCH);
    }

    private static Entry sandbox(String label, long seconds) {
        return new Entry(
                label,
                new Charge.SandboxUse(SandboxKind.DOCKER, Duration.ofSeconds(seconds), Duration.ZERO),
                Instant.EPOCH);
    }
}
