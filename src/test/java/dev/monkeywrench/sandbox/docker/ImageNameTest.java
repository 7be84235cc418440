package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io/library/debian:latest",
        "debian:12, docker.io/library/debian:12",
        "swebench/x:latest, docker.io/swebench/x:latest",
        "docker.io/swebench/x, docker.io/swebench/x:latest",
        "localhost/x:1, localhost/x:1",
        "registry:5000/a/b, registry:5000/a/b:latest",
        "a/b@sha256:00, docker.io/a/b@sha256:00",
    })
    void saysRegistryAndTag(String brief, String full) {
        assertThat(ImageName.full(brief)).isEqualTo(full);
    }
}
