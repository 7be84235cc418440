package dev.monkeywrench.sandbox.reuse;

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

/** Needs a Docker daemon with the image {@code monkeywrench/python:latest}. */
@Tag("docker")
class DockerReuseTest extends ReuseContract {

    @TempDir
    private Path scratch;

    @Override
    protected SandboxEngine fresh() throws Exception {
        try {
            return DockerEngine.open(DockerTerms.usual(scratch), Duration.ofSeconds(20), InstantSource.system());
        } catch (SandboxUnavailable absent) {
            return abort("Kept sandboxes are not tested in Docker: " + absent.getMessage());
        }
    }
}
