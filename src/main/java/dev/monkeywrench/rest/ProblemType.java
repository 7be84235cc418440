package dev.monkeywrench.rest;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The problems a reply can name. Each has a page, served at the address its type names. */
enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter or header is not valid"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No form of the reply is acceptable"),
    KEY_IN_FLIGHT(HttpStatus.CONFLICT, "A request with this key is being worked on"),
    EVALUATION_OVER(HttpStatus.CONFLICT, "The evaluation has ended"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is in a form that is not read"),
    INVALID_RUN(HttpStatus.UNPROCESSABLE_CONTENT, "The run is refused"),
    INVALID_EVALUATION(HttpStatus.UNPROCESSABLE_CONTENT, "The evaluation is refused"),
    INVALID_PLAN(HttpStatus.UNPROCESSABLE_CONTENT, "The plan is refused"),
    INVALID_TARIFF(HttpStatus.UNPROCESSABLE_CONTENT, "The prices are refused"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key was used for another request"),
    QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS, "The queue is full"),
    TOO_MANY_BODIES(HttpStatus.TOO_MANY_REQUESTS, "Too many large requests at once"),
    TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS, "Too many event streams are open"),
    INTERNAL_FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "The service broke"),
    STORAGE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached"),
    INSTANCE_UNSOUND(HttpStatus.UNPROCESSABLE_CONTENT, "The instance is at fault"),
    ENVIRONMENT_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The environment could not be had");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** As in {@code invalid-run}: the name of its page. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    URI uri() {
        return URI.create("/errors/" + slug());
    }

    /** The type for a status that the framework chose. */
    static ProblemType of(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> STORAGE_UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_FAULT;
        };
    }
}
