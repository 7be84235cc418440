package dev.monkeywrench.verification.adversary;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Those whose end hangs on the engine. Needs a Docker daemon with the image {@code monkeywrench/python:latest}. */
@Tag("docker")
class DockerAdversaryTest extends AdversaryContract {

    @Override
    protected SandboxEngine engine(Path home) throws Exception {
        try {
            return DockerEngine.open(DockerTerms.usual(home), Duration.ofSeconds(20), InstantSource.system());
        } catch (SandboxUnavailable absent) {
            return abort("Adversaries are not tested in Docker: " + absent.getMessage());
        }
    }

    @Override
    protected Stream<Adversary> adversaries() {
        return Adversaries.ofEngine();
    }

    @Override
    protected boolean followedByHonestOnes() {
        return false;
    }
}
