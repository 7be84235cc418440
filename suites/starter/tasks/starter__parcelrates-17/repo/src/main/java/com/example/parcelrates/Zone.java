package com.example.parcelrates;

import java.util.Locale;

/** Where a parcel goes. */
public enum Zone {
    DOMESTIC,
    NEIGHBOUR,
    CONTINENT,
    WORLD;

    /** Reads a zone as rate files spell it, in any case. */
    public static Zone parse(String text) {
        for (Zone zone : values()) {
            if (zone.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return zone;
            }
        }
        throw new RateFormatException("unknown zone '" + text + "'");
    }
}
