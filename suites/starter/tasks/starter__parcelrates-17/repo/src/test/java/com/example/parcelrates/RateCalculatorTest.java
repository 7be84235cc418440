package com.example.parcelrates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateCalculatorTest {

    private final RateCalculator calculator = new RateCalculator(
            RateTable.parse(List.of("domestic 2 5.00", "domestic 10 8.00", "world 2 20.00", "world 20 45.00")),
            SurchargePolicy.standard());

    @Test
    void standardServiceCostsTheListedPrice() {
        Quote quote = calculator.quote(new Parcel(1.2, 20, 20, 10), Zone.DOMESTIC, Service.STANDARD);
        assertEquals(new BigDecimal("5.00"), quote.total());
    }

    @Test
    void twoKilogramsStillCostTheSmallPrice() {
        Quote quote = calculator.quote(new Parcel(2.0, 20, 20, 10), Zone.DOMESTIC, Service.STANDARD);
        assertEquals(new BigDecimal("5.00"), quote.total());
    }

    @Test
    void expressCostsMore() {
        Quote quote = calculator.quote(new Parcel(1.2, 20, 20, 10), Zone.DOMESTIC, Service.EXPRESS);
        assertEquals(new BigDecimal("8.00"), quote.total());
    }

    @Test
    void worldParcelPaysTheRemoteSurcharge() {
        Quote quote = calculator.quote(new Parcel(1.2, 20, 20, 10), Zone.WORLD, Service.STANDARD);
        assertEquals(new BigDecimal("23.20"), quote.total());
    }

    @Test
    void sideOfExactlyTheLimitIsNotBulky() {
        Quote quote = calculator.quote(new Parcel(3, 120, 15, 10), Zone.DOMESTIC, Service.STANDARD);
        assertEquals(BigDecimal.ZERO, quote.surcharges());
    }

    @Test
    void longParcelIsBulky() {
        Quote quote = calculator.quote(new Parcel(3, 121, 15, 10), Zone.DOMESTIC, Service.STANDARD);
        assertEquals(new BigDecimal("8.50"), quote.surcharges());
    }

    @Test
    void tenParcelsEarnTheDiscount() {
        List<Parcel> parcels = Collections.nCopies(10, new Parcel(1, 20, 10, 10));
        assertEquals(new BigDecimal("44.00"), calculator.quoteAll(parcels, Zone.DOMESTIC, Service.STANDARD));
    }

    @Test
    void nineParcelsDoNot() {
        List<Parcel> parcels = Collections.nCopies(9, new Parcel(1, 20, 10, 10));
        assertEquals(new BigDecimal("45.00"), calculator.quoteAll(parcels, Zone.DOMESTIC, Service.STANDARD));
    }

    @Test
    void tooHeavyParcelIsRefusedWithTheLimit() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> calculator.quote(new Parcel(12, 20, 20, 10), Zone.DOMESTIC, Service.STANDARD));
        assertTrue(problem.getMessage().contains("10 kg at most"));
    }

    @Test
    void zoneWithoutRatesIsRefused() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> calculator.quote(new Parcel(1, 20, 20, 10), Zone.CONTINENT, Service.STANDARD));
    }
}
