package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class RemotePolicyTest extends RemoteRepository {

    @Test
    void refusesMoreReferencesThanTheLimitAndKeepsNothing() throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            Repositories.point(repository, "refs/heads/b" + i, base);
        }

        assertThat(open(workspaces(), base)).isInstanceOf(Opening.Refused.class);
        assertThat(fetches()).isZero();
        assertNothingIsKept();
    }

    @Test
    void endsAFetchThatIsLargerThanTheLimitAndKeepsNothing() throws IOException, InterruptedException {
        WorkspaceLimits small =
                new WorkspaceLimits(1_000, 50, 1 << 20, 1_000, 100, 500, Duration.ofSeconds(20), Duration.ofSeconds(2));

        Opening opening = open(workspaces(server.policy(Map.of()), small), base);

        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(((Opening.Unreachable) opening).message()).contains("500", "fetch-size");
        assertNothingIsKept();
    }

    @Test
    void followsNoRedirectToAnotherHost() throws InterruptedException {
        for (String target : List.of("https://127.0.0.1:1/x/info/refs", "http://" + ScriptedGitServer.HOST + "/x")) {
            server.answer(exchange -> {
                exchange.getResponseHeaders().add("Location", target);
                exchange.sendResponseHeaders(302, -1);
            });

            Opening opening = open(workspaces(), base);

            assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        }
        assertThat(server.asked()).allMatch(line -> line.contains("/owner/name"));
    }

    @Test
    void refusesAPrivateAddressWithoutConnecting() throws InterruptedException {
        RemotePolicy strict = new RemotePolicy(Set.of(), false, Map.of(), server.trust());

        assertThat(open(workspaces(strict, Repositories.LIMITS), base)).isInstanceOf(Opening.Refused.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void resolvesTheNameOnce() throws InterruptedException {
        AtomicInteger resolved = new AtomicInteger();
        HostNames changing = host -> {
            resolved.incrementAndGet();
            return List.of(InetAddress.getLoopbackAddress());
        };
        Workspaces workspaces = GitWorkspaces.create(
                mirrors(),
                List.of(),
                server.policy(Map.of()),
                Repositories.LIMITS,
                InstantSource.system(),
                changing,
                DiskBudget.unbounded());

        assertThat(open(workspaces, base)).isInstanceOf(Opening.Opened.class);
        assertThat(resolved).hasValue(1);
    }

    @Test
    void trustsNoUnknownCertificate() throws InterruptedException {
        RemotePolicy policy =
                new RemotePolicy(Set.of(), true, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());

        assertThat(open(workspaces(policy, Repositories.LIMITS), base)).isInstanceOf(Opening.Unreachable.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void sendsCredentialsWhereTheyAreAskedForAndKeepsThemNowhere() throws IOException, InterruptedException {
        server.askForPassword(repository);
        RemotePolicy policy = server.policy(Map.of(ScriptedGitServer.HOST, "secret-token"));

        assertThat(open(workspaces(policy, Repositories.LIMITS), base)).isInstanceOf(Opening.Opened.class);
        assertThat(server.authorizations()).isNotEmpty();
        try (var files = Files.walk(mirrors())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret-token");
            }
        }
    }

    @Test
    void sendsNoCredentialsOfAnotherHost() throws InterruptedException {
        server.askForPassword(repository);
        RemotePolicy policy = server.policy(Map.of("example.com", "secret-token"));

        Opening opening = open(workspaces(policy, Repositories.LIMITS), base);

        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(((Opening.Unreachable) opening).retryable()).isFalse();
        assertThat(server.authorizations()).isEmpty();
    }

    @Test
    void endsAFetchFromASilentServer() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        server.answer(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WorkspaceLimits hasty = new WorkspaceLimits(
                1_000, 50, 1 << 20, 1_000, 100, 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(open(workspaces(server.policy(Map.of()), hasty), base)).isInstanceOf(Opening.Unreachable.class);
        assertNothingIsKept();
    }

    @Test
    void saysThatThereIsNoRepository() throws InterruptedException {
        server.answer(exchange -> exchange.sendResponseHeaders(404, -1));

        assertThat(open(workspaces(), base)).isInstanceOf(Opening.Unreachable.class);
    }

    @Test
    void readsNoNonsense() throws IOException, InterruptedException {
        server.answer(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(ScriptedGitServer.bytes("ffff\0\u001b[31mnonsense"));
        });

        Opening opening = open(workspaces(), base);

        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(((Opening.Unreachable) opening).message()).doesNotContain("\u001b");
        assertNothingIsKept();
    }
}
