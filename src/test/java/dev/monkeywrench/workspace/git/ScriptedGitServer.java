package dev.monkeywrench.workspace.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A Git server over HTTPS on the loopback address, which answers as {@value #HOST} and keeps what it was asked. */
final class ScriptedGitServer implements AutoCloseable {

    static final String HOST = "git.example.com";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final SSLContext TLS = tls();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer;
    private volatile boolean onlyTheFirstProtocol;

    ScriptedGitServer(Repository repository) throws IOException {
        answer = exchange -> serve(repository, exchange);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TLS));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            List<String> authorization = exchange.getRequestHeaders().get("Authorization");
            authorizations.addAll(authorization == null ? List.of() : authorization);
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    void answer(HttpHandler other) {
        answer = other;
    }

    /** Asks for a password, and serves whoever names one. */
    void askForPassword(Repository repository) {
        answer = exchange -> {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                serve(repository, exchange);
                return;
            }
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
        };
    }

    URI address() {
        return URI.create("https://" + HOST + ":" + server.getAddress().getPort() + "/owner/name");
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    RemotePolicy policy(Map<String, String> credentials) {
        return new RemotePolicy(Set.of(HOST), true, credentials, trust());
    }

    SSLSocketFactory trust() {
        return TLS.getSocketFactory();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(Repository repository, HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
            advertise(repository, exchange);
        } else {
            upload(repository, exchange);
        }
    }

    private void advertise(Repository repository, HttpExchange exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PacketLineOut out = new PacketLineOut(bytes);
        out.writeString("# service=git-upload-pack\n");
        out.end();
        UploadPack upload = uploadPack(repository, exchange);
        upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
        reply(exchange, "application/x-git-upload-pack-advertisement", bytes.toByteArray());
    }

    private void upload(Repository repository, HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream body = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] request = body.readAllBytes();
        if (new String(request, StandardCharsets.ISO_8859_1).contains("want ")) {
            asked.add("want");
        }
        uploadPack(repository, exchange).upload(new ByteArrayInputStream(request), bytes, null);
        reply(exchange, "application/x-git-upload-pack-result", bytes.toByteArray());
    }

    private UploadPack uploadPack(Repository repository, HttpExchange exchange) {
        UploadPack upload = new UploadPack(repository);
        upload.setBiDirectionalPipe(false);
        upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
        String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (version != null && !onlyTheFirstProtocol) {
            upload.setExtraParameters(List.of(version));
        }
        return upload;
    }

    void speakOnlyTheFirstProtocol() {
        onlyTheFirstProtocol = true;
    }

    private static void reply(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static SSLContext tls() {
        try {
            Path folder = Files.createTempDirectory("tls");
            try {
                return tls(folder);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate could be made for the test server", e);
        }
    }

    private static SSLContext tls(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("server.p12");
        Repositories.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
