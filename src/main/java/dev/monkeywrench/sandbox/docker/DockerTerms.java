package dev.monkeywrench.sandbox.docker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a daemon is spoken to.
 *
 * @param host as in {@code unix:///var/run/docker.sock}; empty: the environment's, else the usual sockets
 * @param scratch where trees of templates are written
 * @param answer how long the daemon may take to answer one call
 * @param pull how long fetching an image may take
 */
public record DockerTerms(Optional<URI> host, Path scratch, Duration answer, Duration pull) {

    public static DockerTerms usual(Path scratch) {
        return new DockerTerms(Optional.empty(), scratch, Duration.ofSeconds(60), Duration.ofMinutes(15));
    }
}
