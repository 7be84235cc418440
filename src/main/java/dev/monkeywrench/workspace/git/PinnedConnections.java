package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import javax.net.ssl.HttpsURLConnection;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * HTTPS connections to one pinned host and no other: a redirect elsewhere, or to plain HTTP, ends here. One for each
 * fetch.
 */
final class PinnedConnections implements HttpConnectionFactory {

    private final PinnedHost host;
    private final PinnedSockets sockets;
    private final FetchGuard guard;

    PinnedConnections(PinnedHost host, RemotePolicy policy, FetchGuard guard) {
        this.host = host;
        this.sockets = new PinnedSockets(policy.trust(), host.address());
        this.guard = guard;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        if (!"https".equals(url.getProtocol()) || !host.isNamed(url.getHost())) {
            throw new IOException("The host " + host.name() + " redirects to " + url.getProtocol() + "://"
                    + url.getHost() + ", which is not followed; name the repository's own address");
        }
        guard.check();
        URLConnection connection = url.openConnection(Proxy.NO_PROXY);
        if (!(connection instanceof HttpsURLConnection https)) {
            throw new IOException("Java gave no HTTPS connection for an https:// address");
        }
        https.setSSLSocketFactory(sockets);
        return new PinnedConnection(https, guard);
    }

    /** Proxies are not used: behind one, nobody could say which address was reached. */
    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }
}
