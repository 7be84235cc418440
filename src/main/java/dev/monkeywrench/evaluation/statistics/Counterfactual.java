package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.ModelId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * "On this API it would have cost …": what was used, priced as if another model had used it, by any tariff, on any day.
 * Sandboxes are priced by the same tariff. What another model would have said is not asked: the tokens are those of the model
 * that ran, and the prefix cache is taken to have worked as well.
 *
 * @param model whose price is taken for every call
 * @param on the moment whose prices are in force
 */
public record Counterfactual(ModelId model, Tariff tariff, Instant on) {

    /**
     * Dollars for what has a price, and how much has none.
     *
     * @param unpriced charges without a price, as where no tokens were reported
     */
    public record Price(BigDecimal known, int unpriced) {

        /** Empty when a part is unknown, which is not 0. */
        public Optional<BigDecimal> total() {
            return unpriced == 0 ? Optional.of(known) : Optional.empty();
        }
    }

    public Price price(Collection<Entry> entries) {
        BigDecimal known = BigDecimal.ZERO;
        int unpriced = 0;
        for (Entry entry : entries) {
            Optional<BigDecimal> dollars = tariff.price(new Entry(entry.label(), as(entry.charge()), on));
            known = known.add(dollars.orElse(BigDecimal.ZERO));
            unpriced += dollars.isEmpty() ? 1 : 0;
        }
        return new Price(known, unpriced);
    }

    private Charge as(Charge charge) {
        return switch (charge) {
            case Charge.ModelCall call ->
                new Charge.ModelCall(model, call.usage(), call.elapsed(), call.computed(), call.waited());
            case Charge.SandboxUse use -> use;
        };
    }
}
