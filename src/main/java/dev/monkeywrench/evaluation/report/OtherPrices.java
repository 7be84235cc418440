package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation would have cost with other models, beside what it did cost. Every attempt at its instances is in both.
 *
 * @param bill in dollars, by the prices of the service; empty: unknown
 * @param billPerResolved empty where it is unknown, or nothing is resolved
 * @param promptTokens of all calls of models that told them
 * @param unreported calls that did not tell their tokens
 */
public record OtherPrices(
        Optional<BigDecimal> bill,
        Optional<BigDecimal> billPerResolved,
        long promptTokens,
        long completionTokens,
        int unreported,
        List<Line> prices) {

    public OtherPrices {
        prices = List.copyOf(prices);
    }

    /**
     * One price.
     *
     * @param perResolved dollars; empty where they are unknown, or nothing is resolved
     * @param ratio how many times the bill it is; empty where one of them is unknown, or there was no bill
     */
    public record Line(OtherPrice price, Optional<BigDecimal> perResolved, Optional<BigDecimal> ratio) {}

    /**
     * Tokens that were used.
     *
     * @param unreported calls that are in neither sum
     */
    public record Tokens(long prompt, long completion, int unreported) {}

    /**
     * Sets prices beside the bill.
     *
     * @param resolved instances, as the scorecard counts them
     */
    public static OtherPrices of(Optional<BigDecimal> bill, Tokens tokens, List<OtherPrice> prices, int resolved) {
        return new OtherPrices(
                bill,
                each(bill, resolved),
                tokens.prompt(),
                tokens.completion(),
                tokens.unreported(),
                prices.stream()
                        .map(price -> new Line(price, each(price.dollars(), resolved), ratio(price.dollars(), bill)))
                        .toList());
    }

    private static Optional<BigDecimal> each(Optional<BigDecimal> dollars, int resolved) {
        return resolved == 0
                ? Optional.empty()
                : dollars.map(all -> all.divide(BigDecimal.valueOf(resolved), MathContext.DECIMAL64));
    }

    private static Optional<BigDecimal> ratio(Optional<BigDecimal> dollars, Optional<BigDecimal> bill) {
        return bill.filter(paid -> paid.signum() > 0)
                .flatMap(paid -> dollars.map(would -> would.divide(paid, MathContext.DECIMAL64)));
    }
}
