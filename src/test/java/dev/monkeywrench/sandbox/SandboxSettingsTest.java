package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SandboxSettingsTest {

    @Test
    void hasDefaults() {
        SandboxSettings settings = bind(Map.of());
        assertThat(settings.engine()).isEqualTo(EnginePreference.AUTO);
        assertThat(settings.limits()).isEqualTo(new Limits(2L << 30, 2, 512, 1L << 30, 8L << 20, Duration.ofHours(2)));
        assertThat(settings.gate(new Room(16, 7L << 30))).isEqualTo(3);
        assertThat(settings.gate(new Room(2, 64L << 30))).isEqualTo(2);
        assertThat(settings.gate(new Room(4, 1L << 30))).isEqualTo(1);
        assertThat(settings.ahead()).isEmpty();
        assertThat(settings.waiting(new Room(4, 5L << 30))).isEqualTo(2);
        assertThat(settings.dockerHost()).isEmpty();
        assertThat(settings.dockerPatience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pull()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void hasNames() {
        SandboxSettings settings = bind(Map.ofEntries(
                Map.entry("engine", "bubblewrap"),
                Map.entry("memory", "512MB"),
                Map.entry("cpus", "1.5"),
                Map.entry("processes", "99"),
                Map.entry("disk", "64MB"),
                Map.entry("output", "1MB"),
                Map.entry("lifetime", "5m"),
                Map.entry("parallel", "7"),
                Map.entry("docker-host", "unix:///x.sock"),
                Map.entry("docker-patience", "1s"),
                Map.entry("ahead", "3"),
                Map.entry("pull", "1m")));
        assertThat(settings)
                .isEqualTo(new SandboxSettings(
                        EnginePreference.BUBBLEWRAP,
                        org.springframework.util.unit.DataSize.ofMegabytes(512),
                        1.5,
                        99,
                        org.springframework.util.unit.DataSize.ofMegabytes(64),
                        org.springframework.util.unit.DataSize.ofMegabytes(1),
                        Duration.ofMinutes(5),
                        7,
                        Optional.of(URI.create("unix:///x.sock")),
                        Duration.ofSeconds(1),
                        Optional.of(3),
                        2000,
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(1)));
        assertThat(settings.gate(new Room(1, 1))).isEqualTo(7);
    }

    private static SandboxSettings bind(Map<String, String> values) {
        Map<String, String> prefixed = values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> "monkeywrench.sandbox." + entry.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("monkeywrench.sandbox", SandboxSettings.class);
    }
}
