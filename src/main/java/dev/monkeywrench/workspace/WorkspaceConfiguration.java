package dev.monkeywrench.workspace;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.workspace.git.GitWorkspaces;
import dev.monkeywrench.workspace.git.RemotePolicy;
import dev.monkeywrench.workspace.image.ImageWorkspaces;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the workspaces. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkspaceSettings.class)
class WorkspaceConfiguration {

    private static final String HOME = "${monkeywrench.home:${MONKEYWRENCH_HOME:${user.home}/.cache/monkeywrench}}";

    @Bean
    Workspaces workspaces(
            WorkspaceSettings settings,
            @Value(HOME) Path home,
            Sandboxes sandboxes,
            Limits sandboxLimits,
            DiskBudget disk) {
        RemotePolicy policy = new RemotePolicy(
                settings.allowedHosts(), settings.allowPrivateAddresses(), settings.credentials(), (SSLSocketFactory)
                        SSLSocketFactory.getDefault());
        Workspaces git = GitWorkspaces.create(
                home.resolve("mirrors"),
                roots(settings, home),
                policy,
                settings.limits(),
                InstantSource.system(),
                disk);
        return new RoutedWorkspaces(git, ImageWorkspaces.create(sandboxes, sandboxLimits, settings.limits(), disk));
    }

    /** Relative repositories of requests are read against the first root that is configured. */
    @Bean
    RowPolicy rowPolicy(WorkspaceSettings settings, @Value(HOME) Path home) {
        return RowPolicy.standard().under(roots(settings, home).getFirst());
    }

    private static List<Path> roots(WorkspaceSettings settings, Path home) {
        List<Path> roots = new ArrayList<>(settings.roots());
        roots.add(home.resolve("starter"));
        return roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }
}
