package dev.monkeywrench.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A server of models, as it is reached.
 *
 * @param name in the configuration, as in {@code ollama}
 * @param address up to the port, or to the path that lies before {@code /v1} or {@code /api}
 * @param connect how long connecting may take
 * @param deadline how long one call may take, its reply read to the end
 * @param mostReplyBytes of one reply
 * @param keepAlive how long a model stays loaded after a call (Ollama)
 */
public record ModelServer(
        String name,
        URI address,
        Optional<ApiKey> apiKey,
        Duration connect,
        Duration deadline,
        long mostReplyBytes,
        Duration keepAlive) {

    public ModelServer {
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The url of model server '" + name + "' looks like http://127.0.0.1:11434");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The url of model server '" + name + "' holds no user or key; set its api-key instead");
        }
        if (!connect.isPositive() || !deadline.isPositive() || mostReplyBytes < 1) {
            throw new IllegalArgumentException("The limits of model server '" + name + "' are positive");
        }
    }

    /** For messages: its name and where it is. */
    @Override
    public String toString() {
        return "Model server '" + name + "' (" + address + ")";
    }
}
