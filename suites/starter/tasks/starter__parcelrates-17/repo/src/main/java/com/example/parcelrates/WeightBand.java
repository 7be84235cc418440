package com.example.parcelrates;

import java.math.BigDecimal;

/**
 * One line of a rate table.
 *
 * @param upTo the heaviest weight of this band in kilograms, itself included
 * @param price what a parcel in this band costs
 */
public record WeightBand(BigDecimal upTo, BigDecimal price) {

    public WeightBand {
        if (upTo.signum() <= 0) {
            throw new RateFormatException("a weight band ends above 0 kg, not at " + upTo);
        }
        if (price.signum() < 0) {
            throw new RateFormatException("a price is not negative: " + price);
        }
    }

    public boolean covers(BigDecimal weight) {
        return weight.compareTo(upTo) < 0;
    }
}
