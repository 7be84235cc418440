package dev.monkeywrench.workspace;

import dev.monkeywrench.instance.Instance;

/** Opens workspaces, from a cache of mirrors where it can. Thread-safe. */
public interface Workspaces {

    Opening open(Instance instance) throws InterruptedException;

    /** The same for a run that looks at no file: where reading them costs something, the workspace shows none. */
    default Opening openUnread(Instance instance) throws InterruptedException {
        return open(instance);
    }
}
