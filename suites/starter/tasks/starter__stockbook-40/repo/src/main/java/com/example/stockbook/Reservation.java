package com.example.stockbook;

/** Pieces that are held back for an order. */
public final class Reservation {

    private final String order;
    private final Place place;
    private int open;

    Reservation(String order, Place place, int quantity) {
        this.order = order;
        this.place = place;
        this.open = quantity;
    }

    public String order() {
        return order;
    }

    public String location() {
        return place.location();
    }

    public String item() {
        return place.item();
    }

    /** How many pieces are still held back. */
    public int open() {
        return open;
    }

    public boolean isDone() {
        return open == 0;
    }

    Place place() {
        return place;
    }

    void reduce(int quantity) {
        open -= quantity;
    }
}
