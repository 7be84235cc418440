package dev.monkeywrench.model;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes one call, never answers, and sees the caller leave. */
final class SilentModelServer implements AutoCloseable {

    private final ServerSocket socket;
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    SilentModelServer() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    boolean isCalled() throws InterruptedException {
        return called.await(20, TimeUnit.SECONDS);
    }

    boolean isLeft() throws InterruptedException {
        return left.await(20, TimeUnit.SECONDS);
    }

    private void listen() {
        try (Socket caller = socket.accept()) {
            while (caller.getInputStream().read() >= 0) {
                called.countDown();
            }
            left.countDown();
        } catch (SocketException e) {
            left.countDown();
        } catch (IOException e) {
            throw new IllegalStateException("The silent server broke", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
