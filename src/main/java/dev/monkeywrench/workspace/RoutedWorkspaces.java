package dev.monkeywrench.workspace;

import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.RepositoryRef;

/** Opens each repository by those who know where it lies. */
final class RoutedWorkspaces implements Workspaces {

    private final Workspaces git;
    private final Workspaces image;

    RoutedWorkspaces(Workspaces git, Workspaces image) {
        this.git = git;
        this.image = image;
    }

    @Override
    public Opening open(Instance instance) throws InterruptedException {
        return whereItLies(instance).open(instance);
    }

    @Override
    public Opening openUnread(Instance instance) throws InterruptedException {
        return whereItLies(instance).openUnread(instance);
    }

    private Workspaces whereItLies(Instance instance) {
        return switch (instance.repository()) {
            case RepositoryRef.Remote remote -> git;
            case RepositoryRef.Local local -> git;
            case RepositoryRef.InImage inImage -> image;
        };
    }
}
