package dev.monkeywrench.model.http;

import dev.monkeywrench.model.ApiKey;
import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.ModelServer;
import dev.monkeywrench.model.TokenUsage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a failed call means: the server's name, what it said, and the remedy. */
public final class Faults {

    private static final int MOST_SAID = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final ModelServer server;

    public Faults(ModelServer server) {
        this.server = server;
    }

    /** The generation that comes of an exception of the client. */
    public Generation.Unavailable unavailable(Throwable failure, Duration elapsed) {
        Optional<ServerFault> status = cause(failure, ServerFault.class);
        if (status.isPresent()) {
            return ofStatus(status.get(), elapsed);
        }
        Optional<IOException> broken = cause(failure, IOException.class);
        if (broken.isPresent()) {
            return ofConnection(broken.get(), elapsed);
        }
        return unreadable(String.valueOf(failure.getMessage()), elapsed);
    }

    /** The reply is not in the form of the server's kind. */
    public Generation.Unavailable unreadable(String what, Duration elapsed) {
        return fault(
                false,
                "answered in a form that cannot be read: " + said(what)
                        + ". Check its kind and url in the configuration",
                elapsed);
    }

    private Generation.Unavailable ofStatus(ServerFault fault, Duration elapsed) {
        int status = fault.status();
        boolean retryable = status == 408 || status == 425 || status == 429 || status >= 500;
        String remedy = switch (status) {
            case 401, 403 -> "Set " + property("api-key");
            case 404 -> "Load the model into it, or name one it has";
            case 429, 503 -> "It has too much to do: lower " + property("parallel");
            default -> retryable ? "Look at its log" : "Check the model's name and the settings of the server";
        };
        return fault(retryable, "answered " + status + ": " + said(messageIn(fault.body())) + ". " + remedy, elapsed);
    }

    private Generation.Unavailable ofConnection(IOException broken, Duration elapsed) {
        if (broken instanceof ConnectException || broken instanceof HttpConnectTimeoutException) {
            return fault(true, "cannot be reached. Start it, or correct " + property("url"), elapsed);
        }
        if (broken instanceof HttpTimeoutException) {
            return fault(
                    true,
                    "did not finish within " + server.deadline() + ". Raise " + property("timeout") + ", or lower "
                            + property("max-tokens"),
                    elapsed);
        }
        if (broken instanceof ReplyTooLarge) {
            return fault(
                    false,
                    "sent more than " + server.mostReplyBytes() + " bytes. Lower " + property("max-tokens"),
                    elapsed);
        }
        return fault(
                true,
                "broke the connection: " + said(String.valueOf(broken.getMessage())) + ". Look at its log",
                elapsed);
    }

    private Generation.Unavailable fault(boolean retryable, String message, Duration elapsed) {
        return new Generation.Unavailable(retryable, server + " " + message, TokenUsage.unknown(), elapsed);
    }

    private String property(String name) {
        return "monkeywrench.model.servers." + server.name() + "." + name;
    }

    private static String messageIn(String body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            String message =
                    error.isString() ? error.asString() : error.path("message").asString("");
            return message.isEmpty() ? body : message;
        } catch (JacksonException e) {
            return body;
        }
    }

    /** Some servers repeat the key they refuse. */
    private String said(String text) {
        String secret = server.apiKey().map(ApiKey::value).orElse("");
        String told = secret.isEmpty() ? text : text.replace(secret, "…");
        String plain = told.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() > MOST_SAID ? plain.substring(0, MOST_SAID) + "…" : plain;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        Throwable next = failure;
        for (int depth = 0; next != null && depth < 20; depth++) {
            if (type.isInstance(next)) {
                return Optional.of(type.cast(next));
            }
            next = next.getCause();
        }
        return Optional.empty();
    }
}
