package dev.monkeywrench.workspace.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URL;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Java's own HTTPS connection in JGit's words; what it receives passes the guard. */
final class PinnedConnection implements HttpConnection {

    private final HttpsURLConnection connection;
    private final FetchGuard guard;

    PinnedConnection(HttpsURLConnection connection, FetchGuard guard) {
        this.connection = connection;
        this.guard = guard;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream content = connection.getInputStream();
        String encoding = connection.getContentEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new IOException("it compresses its answer without having been asked to");
        }
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                Instant began = guard.now();
                int value = super.read();
                guard.received(value < 0 ? 0 : 1, began);
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                Instant began = guard.now();
                int count = super.read(buffer, offset, length);
                guard.received(Math.max(count, 0), began);
                return count;
            }
        };
    }

    @Override
    public int getResponseCode() throws IOException {
        return connection.getResponseCode();
    }

    @Override
    public URL getURL() {
        return connection.getURL();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return connection.getResponseMessage();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return connection.getHeaderFields();
    }

    @Override
    public void setRequestProperty(String key, String value) {
        // Nothing is to grow after it was counted: packs are compressed already, and the rest is small.
        if (!key.equalsIgnoreCase("Accept-Encoding")) {
            connection.setRequestProperty(key, value);
        }
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        connection.setRequestMethod(method);
    }

    @Override
    public void setUseCaches(boolean useCaches) {
        connection.setUseCaches(useCaches);
    }

    @Override
    public void setConnectTimeout(int milliseconds) {
        connection.setConnectTimeout(milliseconds);
    }

    @Override
    public void setReadTimeout(int milliseconds) {
        connection.setReadTimeout(milliseconds);
    }

    @Override
    public @Nullable String getContentType() {
        return connection.getContentType();
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return connection.getHeaderFields().entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    @Override
    public int getContentLength() {
        return connection.getContentLength();
    }

    @Override
    public void setInstanceFollowRedirects(boolean followRedirects) {
        // Never Java's own redirects: JGit asks the factory for each, which judges the host.
        connection.setInstanceFollowRedirects(false);
    }

    @Override
    public void setDoOutput(boolean output) {
        connection.setDoOutput(output);
    }

    @Override
    public void setFixedLengthStreamingMode(int contentLength) {
        connection.setFixedLengthStreamingMode(contentLength);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connection.getOutputStream();
    }

    @Override
    public void setChunkedStreamingMode(int chunkLength) {
        connection.setChunkedStreamingMode(chunkLength);
    }

    @Override
    public String getRequestMethod() {
        return connection.getRequestMethod();
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void connect() throws IOException {
        connection.connect();
    }

    /** JGit asks for this where certificates are not to be verified; here they always are. */
    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) throws KeyManagementException {
        throw new KeyManagementException("Certificates are always verified");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) throws KeyManagementException {
        throw new KeyManagementException("Host names are always verified");
    }
}
