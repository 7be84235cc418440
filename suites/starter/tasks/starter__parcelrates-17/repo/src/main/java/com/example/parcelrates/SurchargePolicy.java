package com.example.parcelrates;

import java.math.BigDecimal;

/**
 * What is added for parcels that machines cannot sort.
 *
 * @param longestSide the longest side that goes without a surcharge, in centimetres
 * @param longestGirth the longest girth that goes without a surcharge, in centimetres
 * @param bulky added once when either is exceeded
 * @param remote added for every parcel that leaves the continent
 */
public record SurchargePolicy(int longestSide, int longestGirth, BigDecimal bulky, BigDecimal remote) {

    public static SurchargePolicy standard() {
        return new SurchargePolicy(120, 300, new BigDecimal("8.50"), new BigDecimal("3.20"));
    }

    public BigDecimal surchargeFor(Parcel parcel, Zone zone) {
        BigDecimal total = BigDecimal.ZERO;
        if (parcel.longestSide() > longestSide || parcel.girth() > longestGirth) {
            total = total.add(bulky);
        }
        if (zone == Zone.WORLD) {
            total = total.add(remote);
        }
        return total;
    }
}
