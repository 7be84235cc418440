package com.example.parcelrates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ParcelTest {

    @Test
    void bulkyParcelPaysForItsVolume() {
        assertEquals(new BigDecimal("12.000"), new Parcel(3.0, 50, 40, 30).billableWeight());
    }

    @Test
    void heavyParcelPaysForItsWeight() {
        assertEquals(new BigDecimal("14.5"), new Parcel(14.5, 50, 40, 30).billableWeight());
    }

    @Test
    void girthGoesAroundTheTwoShorterSides() {
        assertEquals(100 + 2 * (40 + 30), new Parcel(5, 40, 100, 30).girth());
    }

    @Test
    void refusesParcelWithoutWeight() {
        assertThrows(IllegalArgumentException.class, () -> new Parcel(0, 10, 10, 10));
    }

    @Test
    void refusesFlatParcel() {
        assertThrows(IllegalArgumentException.class, () -> new Parcel(1, 10, 10, 0));
    }
}
