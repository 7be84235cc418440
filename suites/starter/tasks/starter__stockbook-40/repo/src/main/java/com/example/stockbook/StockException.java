package com.example.stockbook;

/** Something that the stock does not allow. */
public class StockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StockException(String message) {
        super(message);
    }
}
