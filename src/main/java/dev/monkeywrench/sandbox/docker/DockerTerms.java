package dev.monkeywrench.sandbox.docker;

import dev.monkeywrench.disk.DiskBudget;
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
 * @param disk which trees and pulled images take part in
 */
public record DockerTerms(Optional<URI> host, Path scratch, Duration answer, Duration pull, DiskBudget disk) {

    public static DockerTerms usual(Path scratch) {
        return new DockerTerms(
                Optional.empty(), scratch, Duration.ofSeconds(60), Duration.ofMinutes(15), DiskBudget.unbounded());
    }
}
