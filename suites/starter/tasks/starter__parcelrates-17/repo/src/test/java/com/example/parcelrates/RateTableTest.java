package com.example.parcelrates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTableTest {

    private final RateTable table = RateTable.parse(List.of(
            "# zone    up to  price",
            "domestic   1      3.90",
            "domestic   5      6.40   # most parcels",
            "",
            "Domestic  31.5   14.00",
            "world      2     19.80"));

    private BigDecimal price(Zone zone, String weight) {
        return table.bandFor(zone, new BigDecimal(weight)).orElseThrow().price();
    }

    @Test
    void findsBandInTheMiddle() {
        assertEquals(new BigDecimal("6.40"), price(Zone.DOMESTIC, "3.2"));
    }

    @Test
    void bandIncludesItsUpperLimit() {
        assertEquals(new BigDecimal("6.40"), price(Zone.DOMESTIC, "5"));
    }

    @Test
    void limitIsComparedByValueNotByScale() {
        assertEquals(new BigDecimal("3.90"), price(Zone.DOMESTIC, "1.000"));
    }

    @Test
    void justAboveTheLimitIsTheNextBand() {
        assertEquals(new BigDecimal("14.00"), price(Zone.DOMESTIC, "5.001"));
    }

    @Test
    void tooHeavyParcelHasNoBand() {
        assertTrue(table.bandFor(Zone.DOMESTIC, new BigDecimal("31.6")).isEmpty());
    }

    @Test
    void knowsTheHeaviestParcelOfZone() {
        assertEquals(new BigDecimal("31.5"), table.heaviest(Zone.DOMESTIC).orElseThrow());
        assertTrue(table.heaviest(Zone.CONTINENT).isEmpty());
    }

    @Test
    void servesOnlyListedZones() {
        assertTrue(table.serves(Zone.WORLD));
        assertFalse(table.serves(Zone.NEIGHBOUR));
    }

    @Test
    void refusesBandsOutOfOrder() {
        assertThrows(RateFormatException.class, () -> RateTable.parse(List.of("world 5 9", "world 5 10")));
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        RateFormatException problem =
                assertThrows(RateFormatException.class, () -> RateTable.parse(List.of("world 1 2", "world two 3")));
        assertEquals("line 2: 'two' is not a number", problem.getMessage());
    }

    @Test
    void refusesUnknownZone() {
        assertThrows(RateFormatException.class, () -> RateTable.parse(List.of("moon 1 2")));
    }
}
