package com.example.stockbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lots of one item at one location, the oldest first. */
final class LotQueue {

    private final List<Lot> lots = new ArrayList<>();

    int quantity() {
        return lots.stream().mapToInt(Lot::quantity).sum();
    }

    BigDecimal value() {
        return lots.stream().map(Lot::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    /** Lots of the same day and price become one. */
    void add(Lot lot) {
        for (int i = 0; i < lots.size(); i++) {
            Lot other = lots.get(i);
            if (other.received().equals(lot.received()) && other.unitPrice().compareTo(lot.unitPrice()) == 0) {
                lots.set(i, other.withQuantity(other.quantity() + lot.quantity()));
                return;
            }
        }
        lots.add(lot);
        lots.sort(Comparator.comparing(Lot::received));
    }

    /** Takes the oldest pieces; the caller has made sure that there are enough. */
    List<Lot> take(int quantity) {
        List<Lot> taken = new ArrayList<>();
        int missing = quantity;
        while (missing > 0) {
            Lot oldest = lots.remove(0);
            if (oldest.quantity() > missing) {
                lots.add(0, oldest.withQuantity(oldest.quantity() - quantity));
                oldest = oldest.withQuantity(missing);
            }
            taken.add(oldest);
            missing -= oldest.quantity();
        }
        return taken;
    }
}
