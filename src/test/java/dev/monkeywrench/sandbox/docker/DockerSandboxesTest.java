package dev.monkeywrench.sandbox.docker;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxesContract;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Needs a Docker daemon with the image {@code monkeywrench/python:latest}. */
@Tag("docker")
class DockerSandboxesTest extends SandboxesContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;

    @Override
    protected SandboxEngine engine() throws Exception {
        try {
            return DockerEngine.open(
                    DockerTerms.usual(scratch), PATIENCE, InstantSource.system(), OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Docker sandboxes are not tested: " + absent.getMessage());
        }
    }

    @Override
    protected List<String> traces() throws Exception {
        DockerClient client = DockerDiscovery.connect(Optional.empty());
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Containers.OWNER, OwnerProcess.current().toString()))
                .exec()
                .stream()
                .map(container -> container.getId())
                .toList();
    }
}
