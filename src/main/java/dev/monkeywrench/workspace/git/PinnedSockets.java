package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets that connect to the pinned address, whatever they are told to connect to; TLS is laid over them with the
 * host's name, so that its certificate is judged by it.
 */
final class PinnedSockets extends SSLSocketFactory {

    private final SSLSocketFactory trust;
    private final InetAddress address;

    PinnedSockets(SSLSocketFactory trust, InetAddress address) {
        this.trust = trust;
        this.address = address;
    }

    @Override
    public Socket createSocket() {
        return new PinnedSocket(address);
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return trust.createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unpinned();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unpinned();
    }

    private static IOException unpinned() {
        return new IOException("Only sockets that are connected to the pinned address are made here");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return trust.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return trust.getSupportedCipherSuites();
    }

    private static final class PinnedSocket extends Socket {

        private final InetAddress pinned;

        PinnedSocket(InetAddress pinned) {
            this.pinned = pinned;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress asked)) {
                throw unpinned();
            }
            super.connect(new InetSocketAddress(pinned, asked.getPort()), timeout);
        }
    }
}
