package com.example.stockbook;

import com.example.stockbook.Movement.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has what where, and how it came there. */
public final class StockBook {

    private final Map<Place, LotQueue> stock = new LinkedHashMap<>();
    private final Map<String, Reservation> reservations = new LinkedHashMap<>();
    private final List<Movement> journal = new ArrayList<>();

    /** Books in what a supplier has delivered. */
    public void receive(LocalDate date, String location, String item, int quantity, BigDecimal unitPrice) {
        Lot lot = new Lot(date, quantity, unitPrice);
        queue(new Place(location, item)).add(lot);
        journal.add(new Movement(date, Kind.RECEIPT, location, item, quantity, lot.value()));
    }

    /** Books out what goes to a customer without a reservation; returns what it was worth. */
    public BigDecimal ship(LocalDate date, String location, String item, int quantity) {
        Place place = new Place(location, item);
        requireAvailable(place, quantity);
        return takeOut(date, Kind.SHIPMENT, place, quantity);
    }

    /** Moves pieces to another location, where they keep their age and price. */
    public void transfer(LocalDate date, String from, String to, String item, int quantity) {
        if (from.equals(to)) {
            throw new StockException(item + " is at " + from + " already");
        }
        Place source = new Place(from, item);
        Place target = new Place(to, item);
        requireAvailable(source, quantity);
        BigDecimal value = BigDecimal.ZERO;
        for (Lot lot : queue(source).take(quantity)) {
            queue(target).add(lot);
            value = value.add(lot.value());
        }
        journal.add(new Movement(date, Kind.TRANSFER, from, item, -quantity, value.negate()));
        journal.add(new Movement(date, Kind.TRANSFER, to, item, quantity, value));
    }

    /** Sets the stock to what was counted: what is missing is booked out, what is found comes in at the given price. */
    public void count(LocalDate date, String location, String item, int counted, BigDecimal unitPrice) {
        Place place = new Place(location, item);
        int difference = counted - onHand(location, item);
        if (difference < 0) {
            takeOut(date, Kind.CORRECTION, place, -difference);
        } else if (difference > 0) {
            Lot found = new Lot(date, difference, unitPrice);
            queue(place).add(found);
            journal.add(new Movement(date, Kind.CORRECTION, location, item, difference, found.value()));
        }
    }

    /** Holds pieces back for an order. */
    public Reservation reserve(String order, String location, String item, int quantity) {
        if (reservations.containsKey(order)) {
            throw new StockException("order " + order + " has a reservation already");
        }
        Place place = new Place(location, item);
        requireAvailable(place, quantity);
        Reservation reservation = new Reservation(order, place, quantity);
        reservations.put(order, reservation);
        return reservation;
    }

    /** Ships pieces of a reservation; what is not shipped yet stays reserved. Returns what they were worth. */
    public BigDecimal fulfil(LocalDate date, String order, int quantity) {
        Reservation reservation = reservation(order);
        if (quantity <= 0 || quantity > reservation.open()) {
            throw new StockException("order " + order + " waits for " + reservation.open() + ", not for " + quantity);
        }
        BigDecimal value = takeOut(date, Kind.SHIPMENT, reservation.place(), quantity);
        reservation.reduce(quantity);
        if (reservation.isDone()) {
            reservations.remove(order);
        }
        return value;
    }

    /** Gives back what an order no longer needs. */
    public void release(String order) {
        reservations.remove(reservation(order).order());
    }

    /** Pieces that lie there, reserved or not. */
    public int onHand(String location, String item) {
        return queue(new Place(location, item)).quantity();
    }

    /** Pieces that nobody has reserved. */
    public int available(String location, String item) {
        Place place = new Place(location, item);
        return queue(place).quantity() - reserved(place);
    }

    public List<Lot> lots(String location, String item) {
        return queue(new Place(location, item)).lots();
    }

    /** What all stock is worth at the prices it came in for. */
    public BigDecimal totalValue() {
        return stock.values().stream().map(LotQueue::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Movement> journal() {
        return List.copyOf(journal);
    }

    private int reserved(Place place) {
        return reservations.values().stream()
                .filter(reservation -> reservation.place().equals(place))
                .mapToInt(Reservation::open)
                .sum();
    }

    private Reservation reservation(String order) {
        Reservation reservation = reservations.get(order);
        if (reservation == null) {
            throw new StockException("order " + order + " has no reservation");
        }
        return reservation;
    }

    private BigDecimal takeOut(LocalDate date, Kind kind, Place place, int quantity) {
        BigDecimal value = BigDecimal.ZERO;
        for (Lot lot : queue(place).take(quantity)) {
            value = value.add(lot.value());
        }
        journal.add(new Movement(date, kind, place.location(), place.item(), -quantity, value.negate()));
        return value;
    }

    private void requireAvailable(Place place, int quantity) {
        if (quantity <= 0) {
            throw new StockException("at least one piece of " + place + ", not " + quantity);
        }
        int available = queue(place).quantity() - reserved(place);
        if (quantity > available) {
            throw new StockException("only " + available + " of " + place + " available, not " + quantity);
        }
    }

    private LotQueue queue(Place place) {
        return stock.computeIfAbsent(place, any -> new LotQueue());
    }
}
