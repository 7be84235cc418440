package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.report.OtherPrices.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an evaluation would have cost, as a table and as lines of RFC 4180. */
public final class PriceTable {

    static final String NAME = "What it would have cost";
    private static final String HEAD =
            "model,tariff,prices_of,charges,unpriced,known_dollars,dollars,dollars_per_resolved,ratio_to_bill\r\n";
    private static final MathContext RATIO = new MathContext(3);
    private static final int DIGITS = 9;

    private PriceTable() {}

    /** Figures come before their sources: on a phone the first columns are seen. */
    static List<List<String>> rows(OtherPrices prices, int resolved) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "as if it had asked",
                "cost",
                "cost per resolved",
                "times the bill",
                "charges without a price",
                "prices"));
        rows.add(List.of(
                "what it asked: the bill",
                Figures.dollars(prices.bill()),
                each(prices.billPerResolved(), resolved),
                "1",
                "",
                "the service's, day by day"));
        for (Line line : prices.prices()) {
            OtherPrice price = line.price();
            rows.add(List.of(
                    price.model(),
                    cost(price),
                    each(line.perResolved(), resolved),
                    line.ratio().map(PriceTable::ratio).orElse(Figures.UNKNOWN),
                    String.format(Locale.ROOT, "%,d of %,d", price.unpriced(), price.charges()),
                    price.tariff() + " on " + price.on()));
        }
        return rows;
    }

    private static String cost(OtherPrice price) {
        boolean some = price.dollars().isEmpty() && price.known().signum() > 0;
        return some ? "at least " + Figures.dollars(Optional.of(price.known())) : Figures.dollars(price.dollars());
    }

    private static String each(Optional<BigDecimal> dollars, int resolved) {
        return resolved == 0 ? "nothing resolved" : Figures.dollars(dollars);
    }

    private static String ratio(BigDecimal ratio) {
        return ratio.signum() == 0
                ? "0"
                : ratio.round(RATIO).stripTrailingZeros().toPlainString();
    }

    /** What the figures rest on, in words. */
    static String basis(OtherPrices prices) {
        if (prices.promptTokens() + prices.completionTokens() + prices.unreported() == 0) {
            return "No model was called: the samples were drawn without one, and only sandboxes are priced.";
        }
        return String.format(
                Locale.ROOT,
                "All attempts, sandboxes too, by the tokens that were used: %,d of prompts, %,d of completions; %,d calls"
                        + " did not tell theirs. What another model would have said, and so with how many tokens, is not"
                        + " asked.",
                prices.promptTokens(),
                prices.completionTokens(),
                prices.unreported());
    }

    /** One line a price, to be encoded as UTF-8; what is unknown is an empty cell. Empty where no tariff was named. */
    public static Optional<String> csv(Report report) {
        return report.otherPrices().map(PriceTable::csv);
    }

    private static String csv(OtherPrices prices) {
        StringBuilder out = new StringBuilder(HEAD);
        for (Line line : prices.prices()) {
            OtherPrice price = line.price();
            List<String> cells = List.of(
                    Escaping.csv(price.model()),
                    Escaping.csv(price.tariff()),
                    price.on().toString(),
                    Integer.toString(price.charges()),
                    Integer.toString(price.unpriced()),
                    plain(price.known()),
                    price.dollars().map(PriceTable::plain).orElse(""),
                    line.perResolved().map(PriceTable::plain).orElse(""),
                    line.ratio().map(PriceTable::plain).orElse(""));
            out.append(String.join(",", cells)).append("\r\n");
        }
        return out.toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
