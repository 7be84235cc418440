package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxFixture;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sandboxes of images that bring their repository. Needs a Docker daemon with the image {@code monkeywrench/python:latest}. */
@Tag("docker")
class DockerImageSandboxesTest extends SandboxFixture {

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
        return Optional.empty();
    }

    @Override
    protected List<String> traces(String run) throws Exception {
        return TestingDocker.containers(run).stream().map(Container::getId).toList();
    }

    @Test
    void runsAnImageAsRootWithLittlePower() throws Exception {
        try (Sandbox image = openImage()) {
            assertThat(said(image, "id -u; grep -E 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status; ls /sys/class/net"))
                    .isEqualTo("0\nCapEff:\t00000000000000cb\nNoNewPrivs:\t1\nSeccomp:\t2\nlo\n");
            assertThat(said(image, "echo x > /usr/bin/x; chown 7:7 /usr/bin/x; stat -c %u /usr/bin/x"))
                    .isEqualTo("7\n");
            assertThat(said(image, "mount -t tmpfs none /mnt 2>/dev/null && echo mounted; mknod /x c 1 1 && echo made"))
                    .isEmpty();
        }
    }

    @Test
    void tellsAnImageItsNames() throws Exception {
        try (Sandbox image = openImage()) {
            assertThat(said(image, "cat /etc/hosts; ls /sys/class/net")).isEqualTo("""
                    127.0.0.1\tlocalhost
                    ::1\tlocalhost ip6-localhost ip6-loopback
                    127.0.1.1\tsandbox
                    lo
                    """);
        }
    }

    @Test
    void locksAnImagesContainerUp() throws Exception {
        try (Sandbox image = openImage()) {
            assertThat(said(image, "echo open")).isEqualTo("open\n");
            sandbox().close();
            HostConfig lock = TestingDocker.hostConfig(owner().run());
            assertThat(lock.getNetworkMode()).isEqualTo("none");
            assertThat(lock.getPrivileged()).isFalse();
            assertThat(lock.getCapDrop()).containsExactly(Capability.ALL);
            assertThat(lock.getSecurityOpts()).containsExactly("no-new-privileges");
            assertThat(lock.getMemory()).isEqualTo(LIMITS.memoryBytes());
            assertThat(lock.getMemorySwap()).isEqualTo(LIMITS.memoryBytes());
            assertThat(lock.getPidsLimit()).isEqualTo(LIMITS.processes() + ContainerForm.OUR_PROCESSES);
            assertThat(lock.getBinds()).isNullOrEmpty();
            assertThat(Arrays.asList(lock.getUlimits()))
                    .contains(new Ulimit("fsize", LIMITS.diskBytes(), LIMITS.diskBytes()));
        }
    }

    @Test
    void endsAnImagesContainerThatWritesTooMuch() throws Exception {
        try (Sandbox image = openImage()) {
            String much = "i=0; while :; do head -c 10000000 /dev/zero > /var/much$i; i=$((i+1)); sleep 0.1; done";
            ExecOutcome outcome = run(image, much, Duration.ofSeconds(60));
            assertThat(outcome).isInstanceOfSatisfying(ExecOutcome.Exited.class, exited -> {
                assertThat(exited.exitCode()).isEqualTo(137);
                assertThat(exited.stderr().text()).contains("disk limit");
            });
        }
    }

    @Test
    void refusesAnImageThatIsNowhereWithARemedy() {
        Environment nowhere = new Environment.Image("registry.invalid/none:1");
        assertThatThrownBy(() -> opened().prepare(new TemplateSpec(nowhere, Optional.empty())))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("registry.invalid/none:1 is neither local nor could it be pulled")
                .hasMessageContaining("docker pull");
    }

    @Test
    void findsAnImagesRepositoryWhereverItLies(@TempDir Path folder) throws Exception {
        Path dockerfile = Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM monkeywrench/python:latest\nUSER 0:0\nRUN rmdir /testbed && mkdir -p /home/tool && echo here >/home/tool/place\n");
        DockerClient client = TestingDocker.client();
        String image = client.buildImageCmd(dockerfile.toFile())
                .withTags(Set.of("monkeywrench/elsewhere:1"))
                .start()
                .awaitImageId(60, TimeUnit.SECONDS);
        try (Sandbox sandbox = openImage(new Environment.Image("monkeywrench/elsewhere:1", "/home/tool"))) {
            assertThat(said(sandbox, "cat /testbed/place")).isEqualTo("here\n");
        } finally {
            for (int tries = 0;
                    tries < 100 && !TestingDocker.containers(owner().run()).isEmpty();
                    tries++) {
                Thread.sleep(100); // a sandbox is removed behind its caller's back
            }
            client.removeImageCmd(image).withForce(true).exec();
        }
    }

    /** Where the command is root it may end the clock of the sandbox: that is no end of the sandbox. */
    @Test
    void outlivesTheClockOfItsLifetime() throws Exception {
        String ending =
                "for p in /proc/[0-9]*; do read -r name <$p/comm && [ \"$name\" = sleep ] && kill -9 ${p#/proc/}"
                        + " && echo ended; done; sleep 0.3";
        try (Sandbox sandbox = openImage()) {
            assertThat(said(sandbox, ending)).isEqualTo("ended\n");
            assertThat(said(sandbox, "echo here")).isEqualTo("here\n");
        }
    }

    private Sandbox openImage() throws Exception {
        return openImage(new Environment.Image("monkeywrench/python:latest"));
    }

    private Sandbox openImage(Environment image) throws Exception {
        return opened().open(opened().prepare(new TemplateSpec(image, Optional.empty())), LIMITS, owner());
    }
}
