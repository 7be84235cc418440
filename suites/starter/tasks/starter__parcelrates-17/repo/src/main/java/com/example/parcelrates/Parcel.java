package com.example.parcelrates;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A parcel as it was measured at the counter.
 *
 * @param weight in kilograms
 * @param length in centimetres
 * @param width in centimetres
 * @param height in centimetres
 */
public record Parcel(BigDecimal weight, int length, int width, int height) {

    /** Cubic centimetres that are billed as one kilogram. */
    private static final BigDecimal VOLUME_PER_KILOGRAM = new BigDecimal(5000);

    public Parcel {
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("a parcel weighs something");
        }
        if (length <= 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a parcel has a length, a width and a height");
        }
    }

    public Parcel(double weight, int length, int width, int height) {
        this(BigDecimal.valueOf(weight), length, width, height);
    }

    public BigDecimal volumetricWeight() {
        BigDecimal volume = BigDecimal.valueOf((long) length * width * height);
        return volume.divide(VOLUME_PER_KILOGRAM, 3, RoundingMode.HALF_UP);
    }

    /** The weight that is paid for: bulky parcels pay for the room they take. */
    public BigDecimal billableWeight() {
        return weight.max(volumetricWeight());
    }

    public int longestSide() {
        return Math.max(length, Math.max(width, height));
    }

    /** The longest side and once around the parcel at its thickest. */
    public int girth() {
        int around = length + width + height - longestSide();
        return longestSide() + 2 * around;
    }
}
