package dev.monkeywrench.rest;

import org.springframework.http.HttpStatus;

/** Ends a request of sb-cli by a message; its faults have no types. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Unanswered(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
