package dev.monkeywrench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a Docker engine over its socket, so that the doctor needs no docker command. */
final class EngineSocket {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 1 << 20;
    private static final String SCHEME = "unix://";

    private final Path socket;

    private EngineSocket(Path socket) {
        this.socket = socket;
    }

    /** Empty where DOCKER_HOST names something else than a socket. */
    static Optional<EngineSocket> of(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", SCHEME + "/var/run/docker.sock");
        return host.startsWith(SCHEME)
                ? Optional.of(new EngineSocket(Path.of(host.substring(SCHEME.length()))))
                : Optional.empty();
    }

    Path path() {
        return socket;
    }

    /** The reply to a GET; empty when it is an error or nobody answers within some seconds. */
    Optional<JsonNode> get(String path) throws InterruptedException {
        CompletableFuture<Optional<JsonNode>> reply = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> reply.complete(ask(path)));
        try {
            return reply.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } finally {
            asking.interrupt();
        }
    }

    private Optional<JsonNode> ask(String path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            return body(readAll(channel));
        } catch (IOException | JacksonException nobody) {
            return Optional.empty();
        }
    }

    private static String readAll(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (all.size() > MOST) {
                throw new InterruptedIOException("The engine's reply exceeds " + MOST + " octets");
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Optional<JsonNode> body(String reply) {
        int start = reply.indexOf("\r\n\r\n");
        boolean fine = reply.startsWith("HTTP/1.0 200") || reply.startsWith("HTTP/1.1 200");
        return fine && start > 0 ? Optional.of(Session.JSON.readTree(reply.substring(start + 4))) : Optional.empty();
    }
}
