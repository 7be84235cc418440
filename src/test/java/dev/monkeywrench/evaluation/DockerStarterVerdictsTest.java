package dev.monkeywrench.evaluation;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/** Needs a Docker daemon with the images {@code monkeywrench/python:latest} and {@code monkeywrench/java:latest}. */
@Tag("docker")
class DockerStarterVerdictsTest extends StarterVerdictsContract {

    @Override
    protected SandboxEngine engine(Path home) throws Exception {
        try {
            return DockerEngine.open(
                    DockerTerms.usual(home.resolve("sandboxes")), Duration.ofSeconds(20), InstantSource.system());
        } catch (SandboxUnavailable absent) {
            return abort("The starter suite is not tested in Docker: " + absent.getMessage());
        }
    }
}
