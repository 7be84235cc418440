package dev.monkeywrench.ledger;

import dev.monkeywrench.model.ModelId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Dated prices. Usage is kept raw and priced here, when it is read, by the prices in force when it was used; so the same
 * usage can be priced by another tariff, and a price that is not known stays unknown.
 *
 * @param priceLists by the day they came into force
 */
public record Tariff(List<PriceList> priceLists) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MILLIS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_EVEN);

    public Tariff {
        priceLists = priceLists.stream()
                .sorted(Comparator.comparing(PriceList::effective))
                .toList();
    }

    /**
     * The prices in force from a day on.
     *
     * @param cpuHour dollars for one core-hour of a sandbox; empty: unknown
     * @param models first match wins
     */
    public record PriceList(LocalDate effective, Optional<BigDecimal> cpuHour, List<ModelPrice> models) {

        public PriceList {
            models = List.copyOf(models);
        }
    }

    /**
     * What a model costs, by the token (an API) or by the hour its server computes (a local GPU).
     *
     * @param match a model id; a {@code *} at its end stands for any rest
     * @param promptMillion dollars for a million prompt tokens that were not cached
     * @param cachedMillion for a million that were; as {@code promptMillion} when empty
     * @param completionMillion for a million completion tokens
     * @param serverHour dollars for one hour of computing
     */
    public record ModelPrice(
            String match,
            Optional<BigDecimal> promptMillion,
            Optional<BigDecimal> cachedMillion,
            Optional<BigDecimal> completionMillion,
            Optional<BigDecimal> serverHour) {

        boolean matches(ModelId model) {
            return match.endsWith("*")
                    ? model.value().startsWith(match.substring(0, match.length() - 1))
                    : model.value().equals(match);
        }
    }

    /** The day of the newest price list; empty when there is none. */
    public Optional<LocalDate> latest() {
        return priceLists.isEmpty()
                ? Optional.empty()
                : Optional.of(priceLists.getLast().effective());
    }

    /** What this says of one model at one moment, and no more: looked for once, to price many charges. */
    public Tariff only(ModelId model, Instant at) {
        return new Tariff(inForce(at)
                .map(list -> new PriceList(
                        list.effective(),
                        list.cpuHour(),
                        list.models().stream()
                                .filter(price -> price.matches(model))
                                .limit(1)
                                .toList()))
                .stream()
                .toList());
    }

    /** Dollars for an entry; empty when its price is unknown. */
    public Optional<BigDecimal> price(Entry entry) {
        return inForce(entry.at()).flatMap(prices -> switch (entry.charge()) {
            case Charge.ModelCall call -> priceCall(call, prices);
            case Charge.SandboxUse use -> prices.cpuHour().map(hour -> perHour(hour, use.cpu()));
        });
    }

    /** The prices in force at a moment; empty before the first. */
    public Optional<PriceList> inForce(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return priceLists.stream()
                .filter(list -> !list.effective().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    private static Optional<BigDecimal> priceCall(Charge.ModelCall call, PriceList prices) {
        return prices.models().stream()
                .filter(price -> price.matches(call.model()))
                .findFirst()
                .flatMap(price -> price.serverHour().isPresent()
                        ? price.serverHour().map(hour -> perHour(hour, computed(call)))
                        : perToken(call, price));
    }

    /** A server that does not say how long it computed was held for the whole call. */
    private static Duration computed(Charge.ModelCall call) {
        return call.computed().isZero() ? call.elapsed() : call.computed();
    }

    private static Optional<BigDecimal> perToken(Charge.ModelCall call, ModelPrice price) {
        OptionalLong prompt = call.usage().prompt();
        OptionalLong completion = call.usage().completion();
        if (prompt.isEmpty()
                || completion.isEmpty()
                || price.promptMillion().isEmpty()
                || price.completionMillion().isEmpty()) {
            return Optional.empty();
        }
        long cached = Math.min(call.usage().cached().orElse(0), prompt.getAsLong());
        BigDecimal promptPrice = price.promptMillion().get();
        return Optional.of(perMillion(promptPrice, prompt.getAsLong() - cached)
                .add(perMillion(price.cachedMillion().orElse(promptPrice), cached))
                .add(perMillion(price.completionMillion().get(), completion.getAsLong())));
    }

    private static BigDecimal perMillion(BigDecimal dollars, long tokens) {
        return dollars.multiply(BigDecimal.valueOf(tokens)).divide(MILLION, PRECISION);
    }

    private static BigDecimal perHour(BigDecimal dollars, Duration time) {
        return dollars.multiply(BigDecimal.valueOf(time.toMillis())).divide(MILLIS_PER_HOUR, PRECISION);
    }
}
