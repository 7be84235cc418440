package dev.monkeywrench.model.http;

import dev.monkeywrench.model.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.ResponseErrorHandler;
import org.springframework.web.client.RestClient;

/**
 * Makes clients whose calls are bounded in time and bytes, and whose connection closes when the calling thread is
 * interrupted: the JDK's client does that, on any thread, also before the first byte of the reply.
 */
public final class ServerConnection {

    private static final int MOST_ERROR_BYTES = 8192;

    private final ModelServer server;
    private final LongSupplier nanoTime;

    /** Made when something is first asked: it reads the certificates of all authorities, and many services only verify. */
    private final Supplier<JdkClientHttpRequestFactory> requests;

    private ServerConnection(ModelServer server, LongSupplier nanoTime) {
        this.server = server;
        this.nanoTime = nanoTime;
        this.requests = SingletonSupplier.of(() -> requests(server));
    }

    private static JdkClientHttpRequestFactory requests(ModelServer server) {
        // HTTP/1.1 is said outright: an offer to upgrade confuses some servers
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(server.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(server.deadline());
        return requests;
    }

    public static ServerConnection to(ModelServer server, LongSupplier nanoTime) {
        return new ServerConnection(server, nanoTime);
    }

    /** A client for the server; without the factory said here, Spring would take another if it found one. */
    public RestClient.Builder client() {
        RestClient.Builder builder = RestClient.builder()
                .requestFactory((uri, method) -> requests.get().createRequest(uri, method))
                .baseUrl(server.address().toString())
                .requestInterceptor(this::bounded);
        server.apiKey().ifPresent(key -> builder.defaultHeaders(headers -> headers.setBearerAuth(key.value())));
        return builder;
    }

    /** Turns every status but success into a fault that {@link Faults} can read. */
    public ResponseErrorHandler errors() {
        return new ResponseErrorHandler() {
            @Override
            public boolean hasError(ClientHttpResponse response) throws IOException {
                return !response.getStatusCode().is2xxSuccessful();
            }

            @Override
            public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
                byte[] body = response.getBody().readNBytes(MOST_ERROR_BYTES);
                throw new ServerFault(response.getStatusCode().value(), new String(body, StandardCharsets.UTF_8));
            }
        };
    }

    private ClientHttpResponse bounded(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        long deadline = nanoTime.getAsLong() + server.deadline().toNanos();
        ClientHttpResponse reply = execution.execute(request, body);
        return new BoundedReply(reply, new BoundedStream(reply.getBody(), server.mostReplyBytes(), deadline, nanoTime));
    }
}
