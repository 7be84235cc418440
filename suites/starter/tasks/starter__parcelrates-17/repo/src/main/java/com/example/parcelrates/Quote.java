package com.example.parcelrates;

import java.math.BigDecimal;

/**
 * What a parcel costs, and what that is made of.
 *
 * @param base the price of its weight band for the chosen service
 * @param surcharges what was added to it
 * @param discount what was taken off
 */
public record Quote(BigDecimal base, BigDecimal surcharges, BigDecimal discount) {

    public BigDecimal total() {
        return base.add(surcharges).subtract(discount);
    }
}
