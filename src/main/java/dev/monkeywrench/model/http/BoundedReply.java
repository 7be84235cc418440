package dev.monkeywrench.model.http;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** A reply whose body is bounded. */
final class BoundedReply implements ClientHttpResponse {

    private final ClientHttpResponse reply;
    private final InputStream body;

    BoundedReply(ClientHttpResponse reply, InputStream body) {
        this.reply = reply;
        this.body = body;
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return reply.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return reply.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return reply.getHeaders();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        reply.close();
    }
}
