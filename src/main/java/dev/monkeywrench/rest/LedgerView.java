package dev.monkeywrench.rest;

import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.run.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a run cost. What is not known is null, never 0.
 *
 * @param overhead before the first sample: baseline and localisation
 * @param tariff the day of the prices
 */
@Schema(name = "Ledger")
record LedgerView(
        Cost total,
        Cost useful,
        Wasted wasted,
        Cost overhead,
        @Nullable Cost perPassingPatch,
        @Nullable String tariff) {

    /** Charges added up. */
    @Schema(name = "Cost")
    record Cost(
            double samples,
            @Nullable BigDecimal promptTokens,
            @Nullable BigDecimal completionTokens,
            double modelSeconds,
            double sandboxWallSeconds,
            double sandboxCpuSeconds,
            @Nullable BigDecimal dollars,
            boolean priced) {}

    /** What was spent without getting nearer to the first pass. */
    @Schema(name = "Wasted")
    record Wasted(Cost malformed, Cost duplicate, Cost afterFirstPass, Cost lost) {}

    private static final int DOLLAR_DIGITS = 6;

    static LedgerView of(Account account) {
        Cost total = cost(account.bill().total(), account.allSamples(), 1);
        return new LedgerView(
                total,
                cost(account, Worth.USEFUL),
                new Wasted(
                        cost(account, Worth.MALFORMED),
                        cost(account, Worth.DUPLICATE),
                        cost(account, Worth.AFTER_FIRST_PASS),
                        cost(account, Worth.LOST)),
                cost(account, Worth.OVERHEAD),
                account.passing() == 0 ? null : cost(account.bill().total(), account.allSamples(), account.passing()),
                account.bill().tariff().map(Object::toString).orElse(null));
    }

    /** Charges of so many samples. */
    static Cost cost(Totals totals, long samples) {
        return cost(totals, samples, 1);
    }

    private static Cost cost(Account account, Worth worth) {
        return cost(account.bill().of(worth), account.samples().getOrDefault(worth, 0), 1);
    }

    private static Cost cost(Totals totals, long samples, int among) {
        return new Cost(
                rounded((double) samples / among),
                tokens(totals.promptTokens(), among),
                tokens(totals.completionTokens(), among),
                seconds(totals.modelTime(), among),
                seconds(totals.sandboxWall(), among),
                seconds(totals.sandboxCpu(), among),
                totals.dollars().map(dollars -> shared(dollars, among)).orElse(null),
                totals.dollars().isPresent());
    }

    private static @Nullable BigDecimal tokens(OptionalLong tokens, int among) {
        if (tokens.isEmpty()) {
            return null;
        }
        BigDecimal all = BigDecimal.valueOf(tokens.getAsLong());
        return among == 1 ? all : all.divide(BigDecimal.valueOf(among), 1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal shared(BigDecimal dollars, int among) {
        return dollars.divide(BigDecimal.valueOf(among), DOLLAR_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private static double seconds(Duration time, int among) {
        return rounded(time.toMillis() / 1000.0 / among);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
