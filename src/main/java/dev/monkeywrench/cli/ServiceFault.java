package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service refused a request, or does not answer; the message is for the user. */
final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 2_000;

    private final boolean conflict;

    ServiceFault(String message) {
        this(message, false);
    }

    private ServiceFault(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    ServiceFault(String message, Throwable cause) {
        super(message, cause);
        this.conflict = false;
    }

    /** Of a reply that is no success; its body is a problem as RFC 9457 has it, or anything. */
    static ServiceFault of(String request, int status, String body) {
        return new ServiceFault(request + " was answered " + status + ": " + sentence(body), status == 409);
    }

    /** Whether what was asked for does not go with the state that it met. */
    boolean isConflict() {
        return conflict;
    }

    /** What a problem says, its fields too. */
    static String sentence(String body) {
        try {
            return sentence(JSON.readTree(body));
        } catch (JacksonException e) {
            return Inert.line(body, MOST);
        }
    }

    static String sentence(JsonNode problem) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("title", "detail")) {
            if (problem.path(field).isString()) {
                parts.add(problem.path(field).stringValue());
            }
        }
        String fields = problem.has("errors") ? problem.path("errors").toString() : "";
        return Inert.line(String.join(": ", parts) + " " + fields, MOST);
    }
}
