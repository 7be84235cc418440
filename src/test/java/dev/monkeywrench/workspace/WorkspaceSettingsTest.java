package dev.monkeywrench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkspaceSettingsTest {

    private static WorkspaceSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("monkeywrench.workspace", WorkspaceSettings.class);
    }

    @Test
    void hasDefaults() {
        WorkspaceSettings settings = bound(Map.of());

        assertThat(settings.roots()).isEmpty();
        assertThat(settings.allowedHosts()).isEmpty();
        assertThat(settings.credentials()).isEmpty();
        assertThat(settings.allowPrivateAddresses()).isFalse();
        assertThat(settings.limits())
                .isEqualTo(new WorkspaceLimits(
                        200_000,
                        200,
                        2L << 30,
                        1 << 20,
                        50_000,
                        8L << 30,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60)));
    }

    @Test
    void isSetByItsNames() {
        WorkspaceSettings settings = bound(Map.ofEntries(
                Map.entry("monkeywrench.workspace.roots", "/srv/code,/srv/more"),
                Map.entry("monkeywrench.workspace.allowed-hosts", "github.com"),
                Map.entry("monkeywrench.workspace.allow-private-addresses", "true"),
                Map.entry("monkeywrench.workspace.credentials.github.com", "token"),
                Map.entry("monkeywrench.workspace.files", "1"),
                Map.entry("monkeywrench.workspace.depth", "2"),
                Map.entry("monkeywrench.workspace.tree-size", "3B"),
                Map.entry("monkeywrench.workspace.file-size", "4B"),
                Map.entry("monkeywrench.workspace.references", "5"),
                Map.entry("monkeywrench.workspace.fetch-size", "6B"),
                Map.entry("monkeywrench.workspace.fetch-time", "7s"),
                Map.entry("monkeywrench.workspace.stall-time", "8s")));

        assertThat(settings.roots()).containsExactly(Path.of("/srv/code"), Path.of("/srv/more"));
        assertThat(settings.allowedHosts()).containsExactly("github.com");
        assertThat(settings.allowPrivateAddresses()).isTrue();
        assertThat(settings.credentials()).containsEntry("github.com", "token");
        assertThat(settings.limits())
                .isEqualTo(new WorkspaceLimits(1, 2, 3, 4, 5, 6, Duration.ofSeconds(7), Duration.ofSeconds(8)));
    }
}
