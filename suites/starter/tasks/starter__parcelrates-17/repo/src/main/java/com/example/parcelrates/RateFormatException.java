package com.example.parcelrates;

/** A rate file that cannot be read. */
public class RateFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RateFormatException(String message) {
        super(message);
    }
}
