package com.example.stockbook;

/** An item at a location. */
record Place(String location, String item) {

    Place {
        if (location.isBlank() || item.isBlank()) {
            throw new IllegalArgumentException("locations and items have names");
        }
    }

    @Override
    public String toString() {
        return item + " at " + location;
    }
}
