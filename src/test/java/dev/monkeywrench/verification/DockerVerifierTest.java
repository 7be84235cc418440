package dev.monkeywrench.verification;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Needs a Docker daemon with the images {@code monkeywrench/python:latest} and {@code monkeywrench/java:latest}. */
@Tag("docker")
class DockerVerifierTest extends VerifierContract {

    @TempDir
    private Path scratch;

    @Override
    protected SandboxEngine engine() throws Exception {
        try {
            return DockerEngine.open(DockerTerms.usual(scratch), Duration.ofSeconds(20), InstantSource.system());
        } catch (SandboxUnavailable absent) {
            return abort("Verdicts in Docker are not tested: " + absent.getMessage());
        }
    }
}
