package dev.monkeywrench.workspace;

import dev.monkeywrench.instance.Instance;

/** Opens workspaces, from a cache of mirrors where it can. Thread-safe. */
public interface Workspaces {

    Opening open(Instance instance) throws InterruptedException;
}
