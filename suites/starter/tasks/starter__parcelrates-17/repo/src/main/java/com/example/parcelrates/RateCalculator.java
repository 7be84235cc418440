package com.example.parcelrates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Works out quotes from a rate table and a policy on surcharges. */
public final class RateCalculator {

    private static final int VOLUME_DISCOUNT_FROM = 10;
    private static final int VOLUME_DISCOUNT_PERCENT = 12;

    private final RateTable table;
    private final SurchargePolicy surcharges;

    public RateCalculator(RateTable table, SurchargePolicy surcharges) {
        this.table = table;
        this.surcharges = surcharges;
    }

    /** The price of one parcel on its own. */
    public Quote quote(Parcel parcel, Zone zone, Service service) {
        return quoteWithDiscount(parcel, zone, service, 0);
    }

    /** The price of parcels handed in together: enough of them earn a discount on each. */
    public BigDecimal quoteAll(List<Parcel> parcels, Zone zone, Service service) {
        int discount = parcels.size() >= VOLUME_DISCOUNT_FROM ? VOLUME_DISCOUNT_PERCENT : 0;
        BigDecimal total = BigDecimal.ZERO;
        for (Parcel parcel : parcels) {
            total = total.add(quoteWithDiscount(parcel, zone, service, discount).total());
        }
        return total;
    }

    private Quote quoteWithDiscount(Parcel parcel, Zone zone, Service service, int discountPercent) {
        WeightBand band = bandOf(parcel, zone);
        BigDecimal base = percentOf(band.price(), service.percent());
        BigDecimal discount = percentOf(base, discountPercent);
        return new Quote(base, surcharges.surchargeFor(parcel, zone), discount);
    }

    private WeightBand bandOf(Parcel parcel, Zone zone) {
        if (!table.serves(zone)) {
            throw new UnsupportedOperationException("no rates for " + zone);
        }
        BigDecimal weight = parcel.billableWeight();
        return table.bandFor(zone, weight)
                .orElseThrow(() -> new IllegalArgumentException(weight + " kg is too heavy for " + zone + ", which takes "
                        + table.heaviest(zone).orElseThrow() + " kg at most"));
    }

    private static BigDecimal percentOf(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
