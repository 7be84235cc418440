package dev.monkeywrench.model.http;

/** The server answered with a status other than success. */
final class ServerFault extends RuntimeException {

    private final int status;

    ServerFault(int status, String body) {
        super(body);
        this.status = status;
    }

    int status() {
        return status;
    }

    String body() {
        return String.valueOf(getMessage());
    }
}
