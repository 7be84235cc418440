package dev.monkeywrench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleCostsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final RunId RUN = new RunId("a".repeat(24));
    private static final PatchDigest PATCH = new PatchDigest("a".repeat(64));
    private static final Tariff TARIFF = new Tariff(List.of(new Tariff.PriceList(
            LocalDate.of(2026, 1, 1),
            Optional.of(new BigDecimal("3.60")),
            List.of(new Tariff.ModelPrice(
                    "api/m",
                    Optional.of(new BigDecimal("1")),
                    Optional.empty(),
                    Optional.of(new BigDecimal("10")),
                    Optional.empty())))));

    private final List<Entry> entries = new ArrayList<>();
    private int queries;

    @Test
    void aSamplePaysForItsDrawingItsFaultsAndItsOwnVerification() {
        entries.add(call("draw-0", "api/m", usage(1000, 400, 50), 2));
        entries.add(call("draw-0", "api/m", usage(0, 0, 0), 1)); // a refused call, tried again
        entries.add(tests("verify-" + PATCH.value(), 10, 4));
        entries.add(tests("prepare", 100, 100));

        SampleCost cost = costs(sample(0, SampleKind.DRAFTED), sample(1, SampleKind.DUPLICATE))
                .get(0);

        assertThat(cost.model()).contains("api/m");
        assertThat(cost.promptTokens()).hasValue(1000);
        assertThat(cost.cachedTokens()).hasValue(400);
        assertThat(cost.completionTokens()).hasValue(50);
        assertThat(cost.drawing()).isEqualTo(Duration.ofSeconds(3));
        assertThat(cost.waiting()).contains(Duration.ofSeconds(9)); // 3 for each of the three charges
        assertThat(cost.verifying()).isEqualTo(Duration.ofSeconds(10));
        // 1,000 tokens at $1, 50 at $10 for a million, 4 s of a core at $3.60 an hour
        assertThat(cost.dollars().orElseThrow()).isEqualByComparingTo("0.0055");
        assertThat(cost.judging()).isEqualTo(Judging.OWN);
        assertThat(queries).isEqualTo(1);
    }

    @Test
    void theRepeatOfAPatchPaysForItsDrawingAlone() {
        entries.add(call("draw-1", "api/m", usage(1000, 0, 50), 2));
        entries.add(tests("verify-" + PATCH.value(), 10, 4));

        SampleCost cost = costs(sample(0, SampleKind.DRAFTED), sample(1, SampleKind.DUPLICATE))
                .get(1);

        assertThat(cost.verifying()).isZero();
        assertThat(cost.dollars().orElseThrow()).isEqualByComparingTo("0.0015");
        assertThat(cost.judging()).isEqualTo(Judging.SHARED);
    }

    @Test
    void whatIsNotKnownIsNotNothing() {
        entries.add(call("draw-0", "ollama/free", usage(1000, 0, 50), 2));
        entries.add(call("draw-1", "api/m", TokenUsage.unknown(), 2));
        entries.add(new Entry("draw-2", new Charge.SandboxUse(SandboxKind.DOCKER, Duration.ZERO, Duration.ZERO), NOW));

        List<SampleCost> costs = costs(
                sample(0, SampleKind.MALFORMED), sample(1, SampleKind.MALFORMED), sample(2, SampleKind.MALFORMED));

        assertThat(costs.get(0).dollars()).isEmpty(); // no price
        assertThat(costs.get(0).promptTokens()).hasValue(1000);
        assertThat(costs.get(1).dollars()).isEmpty(); // no tokens
        assertThat(costs.get(1).promptTokens()).isEmpty();
        assertThat(costs.get(2).waiting()).isEmpty(); // booked before waiting was measured
        assertThat(costs.get(2).judging()).isEqualTo(Judging.NONE);
    }

    private List<SampleCost> costs(SampleRecord... samples) {
        SampleCosts costs = new SampleCosts(
                (run, labels) -> {
                    queries++;
                    return entries.stream()
                            .filter(entry -> labels.contains(entry.label()))
                            .toList();
                },
                TARIFF);
        return List.copyOf(new TreeMap<>(costs.of(RUN, List.of(samples))).values());
    }

    private static SampleRecord sample(int index, SampleKind kind) {
        boolean patch = kind != SampleKind.MALFORMED;
        return new SampleRecord(
                index,
                kind,
                "arm",
                "origin",
                Optional.empty(),
                patch ? Optional.of(PATCH) : Optional.empty(),
                patch ? Optional.of(verification()) : Optional.empty());
    }

    private static Verification verification() {
        return new Verification(new Verdict.Passed(), TestReport.none(), List.of(), "", Duration.ofSeconds(1));
    }

    private static TokenUsage usage(long prompt, long cached, long completion) {
        return new TokenUsage(OptionalLong.of(prompt), OptionalLong.of(completion), OptionalLong.of(cached));
    }

    private static Entry call(String label, String model, TokenUsage usage, int seconds) {
        return new Entry(
                label,
                new Charge.ModelCall(
                        new ModelId(model),
                        usage,
                        Duration.ofSeconds(seconds),
                        Duration.ZERO,
                        Optional.of(Duration.ofSeconds(3))),
                NOW);
    }

    private static Entry tests(String label, int wall, int cpu) {
        return new Entry(
                label,
                new Charge.SandboxUse(
                        SandboxKind.DOCKER,
                        Duration.ofSeconds(wall),
                        Duration.ofSeconds(cpu),
                        Optional.of(Duration.ofSeconds(3))),
                NOW);
    }
}
