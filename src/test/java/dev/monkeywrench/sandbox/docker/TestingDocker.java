package dev.monkeywrench.sandbox.docker;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The daemon of this machine, as tests look at it. */
final class TestingDocker {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestingDocker() {}

    static SandboxEngine engine(Path scratch) throws Exception {
        try {
            return DockerEngine.open(
                    DockerTerms.usual(scratch), PATIENCE, InstantSource.system(), OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Docker sandboxes are not tested: " + absent.getMessage());
        }
    }

    static DockerClient client() throws Exception {
        return DockerDiscovery.connect(Optional.empty());
    }

    static List<Container> containers(String run) throws Exception {
        return client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Containers.RUN, run))
                .exec();
    }

    /** How the first container of a run is locked up. */
    static HostConfig hostConfig(String run) throws Exception {
        String id = containers(run).getFirst().getId();
        return client().inspectContainerCmd(id).exec().getHostConfig();
    }

    static void pause(String run) throws Exception {
        client().pauseContainerCmd(containers(run).getFirst().getId()).exec();
    }
}
