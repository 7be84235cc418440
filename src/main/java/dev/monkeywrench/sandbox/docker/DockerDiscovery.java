package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Finds the daemon by Testcontainers' own ways, but not through its factory of global state: that one also starts a
 * reaper container, which needs an image from a registry, and we sweep by our own labels.
 */
final class DockerDiscovery {

    private DockerDiscovery() {}

    static DockerClient connect(Optional<URI> host) throws IOException {
        TransportConfig transport = host.map(DockerDiscovery::transport).orElseGet(DockerDiscovery::found);
        URI address = transport.getDockerHost();
        if ("unix".equals(address.getScheme())) {
            touch(Path.of(address.getPath()));
        }
        DockerClient client = DockerClientProviderStrategy.getClientForConfig(transport);
        client.pingCmd().exec();
        return client;
    }

    private static TransportConfig transport(URI host) {
        return TransportConfig.builder().dockerHost(host).build();
    }

    /** DOCKER_HOST with its certificates, else the first socket there is, else the usual one, to be named in the error. */
    private static TransportConfig found() {
        if (Optional.ofNullable(System.getenv("DOCKER_HOST"))
                .filter(set -> !set.isBlank())
                .isPresent()) {
            return fromEnvironment();
        }
        List<Path> sockets = usualSockets();
        Path socket = sockets.stream().filter(Files::exists).findFirst().orElseGet(sockets::getFirst);
        return transport(URI.create("unix://" + socket));
    }

    /** Marked deprecated only to say that it is not public; it alone reads the certificates as Docker's client does. */
    @SuppressWarnings("deprecation")
    private static TransportConfig fromEnvironment() {
        return new EnvironmentAndSystemPropertyClientProviderStrategy().getTransportConfig();
    }

    private static List<Path> usualSockets() {
        return Stream.of(
                        Optional.of("/var/run/docker.sock"),
                        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(folder -> folder + "/docker.sock"),
                        Optional.ofNullable(System.getProperty("user.home"))
                                .map(home -> home + "/.docker/run/docker.sock"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .toList();
    }

    /** A connection by hand first: its failure says in one line what is wrong. */
    private static void touch(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            throw new IOException("there is no socket " + socket);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException refused) {
            throw new IOException(socket + ": " + refused.getMessage(), refused);
        }
    }
}
