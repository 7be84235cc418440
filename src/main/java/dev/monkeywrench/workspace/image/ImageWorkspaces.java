package dev.monkeywrench.workspace.image;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;

/** Makes {@link Workspaces} of repositories that images bring at {@code /testbed}. */
public final class ImageWorkspaces {

    private ImageWorkspaces() {}

    /** Reads by Git inside a sandbox of the image; nothing of the image is opened outside. */
    public static Workspaces create(
            Sandboxes sandboxes, Limits sandboxLimits, WorkspaceLimits limits, DiskBudget disk) {
        return new ImageSource(sandboxes, sandboxLimits, limits, disk);
    }
}
