package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxesContract;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a Docker daemon with the image {@code monkeywrench/python:latest}. */
@Tag("docker")
class DockerSandboxesTest extends SandboxesContract {

    @TempDir
    private Path scratch;

    @Override
    protected SandboxEngine engine() throws Exception {
        return TestingDocker.engine(scratch);
    }

    @Override
    protected void stopFromOutside() throws Exception {
        TestingDocker.pause(owner().run());
    }

    @Override
    protected Optional<List<String>> holder() {
        return Optional.of(List.of("docker", scratch.toString()));
    }

    @Override
    protected List<String> traces(String run) throws Exception {
        return TestingDocker.containers(run).stream().map(Container::getId).toList();
    }

    /** One place builds containers, and a live one shows every limit. */
    @Test
    void locksAContainerUp() throws Exception {
        HostConfig lock = TestingDocker.hostConfig(owner().run());
        assertThat(lock.getNetworkMode()).isEqualTo("none");
        assertThat(lock.getPrivileged()).isFalse();
        assertThat(lock.getReadonlyRootfs()).isTrue();
        assertThat(lock.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(lock.getCapAdd())
                .containsExactlyInAnyOrder(Capability.SETUID, Capability.SETGID, Capability.SETPCAP);
        assertThat(lock.getSecurityOpts()).containsExactly("no-new-privileges");
        assertThat(lock.getMemory()).isEqualTo(LIMITS.memoryBytes());
        assertThat(lock.getMemorySwap()).isEqualTo(LIMITS.memoryBytes());
        assertThat(lock.getNanoCPUs()).isEqualTo(1_000_000_000L);
        assertThat(lock.getPidsLimit()).isEqualTo(LIMITS.processes() + ContainerForm.OUR_PROCESSES);
        assertThat(lock.getBinds()).isNullOrEmpty();
        assertThat(lock.getMounts()).isNullOrEmpty();
        assertThat(lock.getDevices()).isNullOrEmpty();
        assertThat(lock.getVolumesFrom()).isNullOrEmpty();
        assertThat(lock.getInit()).isTrue();
        assertThat(lock.getLogConfig().getType()).isEqualTo(LogConfig.LoggingType.NONE);
        assertThat(List.of(lock.getPidMode(), lock.getUtSMode(), lock.getUsernsMode(), lock.getIpcMode()))
                .containsExactly("", "", "", "private");
        assertThat(lock.getTmpFs()).containsOnlyKeys("/testbed", "/tmp", "/mw");
        assertThat(lock.getTmpFs())
                .allSatisfy((place, options) -> assertThat(options).contains("size=" + LIMITS.diskBytes()));
        assertThat(lock.getRestartPolicy().getName()).isIn("", "no");
    }

    /** To kill it the daemon starts a process of its own, for every candidate. */
    @Test
    void leavesByItself() throws Exception {
        String id = TestingDocker.containers(owner().run()).getFirst().getId();
        sandbox().close();
        assertThat(TestingDocker.actionsUntilGone(id)).contains("die").doesNotContain("kill");
    }

    @Test
    void isKilledWhereItDoesNotListen() throws Exception {
        String id = TestingDocker.containers(owner().run()).getFirst().getId();
        Thread busy = Thread.startVirtualThread(() -> {
            try {
                run(sandbox(), "sleep 300", LONG);
            } catch (Exception closed) {
                Thread.currentThread().interrupt();
            }
        });
        TestingDocker.awaitProcess(id, "sleep 300");
        sandbox().close();
        assertThat(TestingDocker.actionsUntilGone(id)).contains("die", "kill");
        busy.join();
    }

    @Test
    void namesItsContainerByOwnerRunLabelAndDeadline() throws Exception {
        Map<String, String> labels =
                TestingDocker.containers(owner().run()).getFirst().getLabels();
        assertThat(labels)
                .containsEntry(Containers.OWNER, OwnerProcess.current().toString())
                .containsEntry(Containers.LABEL, owner().label())
                .containsKey(Containers.DEADLINE);
    }

    @Test
    void blamesNoCommandForAPauseThatIsOver() throws Exception {
        DockerClient client = TestingDocker.client();
        String id = TestingDocker.containers(owner().run()).getFirst().getId();
        client.pauseContainerCmd(id).exec();
        client.unpauseContainerCmd(id).exec();
        assertThatThrownBy(() -> run(sandbox(), "sleep 300", Duration.ofSeconds(1)))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("paused");
    }

    @Test
    void saysWithinItsPatienceThatNoDaemonAnswers() {
        DockerTerms absent = new DockerTerms(
                Optional.of(URI.create("unix://" + scratch + "/none.sock")),
                scratch,
                TestingDocker.PATIENCE,
                TestingDocker.PATIENCE,
                DiskBudget.unbounded());
        assertThatThrownBy(() -> DockerEngine.open(absent, TestingDocker.PATIENCE, InstantSource.system()))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("none.sock")
                .hasMessageContaining("monkeywrench.sandbox.docker-host");
    }

    @Test
    void doesNotHangOnADaemonThatDoes() throws Exception {
        Path socket = scratch.resolve("deaf.sock");
        try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            deaf.bind(UnixDomainSocketAddress.of(socket));
            DockerTerms hung = new DockerTerms(
                    Optional.of(URI.create("unix://" + socket)),
                    scratch,
                    TestingDocker.PATIENCE,
                    TestingDocker.PATIENCE,
                    DiskBudget.unbounded());
            assertThatThrownBy(() -> DockerEngine.open(hung, Duration.ofMillis(300), InstantSource.system()))
                    .isInstanceOf(SandboxUnavailable.class)
                    .hasMessageContaining("300 ms");
        }
    }
}
