package dev.monkeywrench.workspace.image;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens one sandbox of the image, reads the files of the base commit, and closes it again; no sandbox where nobody reads. */
final class ImageSource implements Workspaces {

    private final Sandboxes sandboxes;
    private final Limits sandboxLimits;
    private final WorkspaceLimits limits;
    private final DiskBudget disk;

    ImageSource(Sandboxes sandboxes, Limits sandboxLimits, WorkspaceLimits limits, DiskBudget disk) {
        this.sandboxes = sandboxes;
        this.sandboxLimits = sandboxLimits;
        this.limits = limits;
        this.disk = disk;
    }

    /** How an image becomes a workspace. */
    @FunctionalInterface
    private interface Reading {

        Workspace of(Template template, String digest, Runnable farewell)
                throws SandboxUnavailable, UnreadableImage, InterruptedException;
    }

    @Override
    public Opening open(Instance instance) throws InterruptedException {
        return open(instance, (template, digest, farewell) -> {
            Owner owner = new Owner("workspace", "read-" + instance.id());
            try (Sandbox sandbox = sandboxes.open(template, sandboxLimits, owner)) {
                SandboxGit git = new SandboxGit(sandbox, sandboxLimits.outputBytes());
                return new ImageReader(git, limits).read(instance.baseCommit(), digest, farewell);
            }
        });
    }

    @Override
    public Opening openUnread(Instance instance) throws InterruptedException {
        return open(
                instance,
                (template, digest, farewell) ->
                        new ImageWorkspace(instance.baseCommit(), digest, List.of(), Map.of(), farewell));
    }

    private Opening open(Instance instance, Reading reading) throws InterruptedException {
        if (!(instance.environment() instanceof Environment.Image image)) {
            return new Opening.Refused("environment", "names no image that could bring the repository; name one");
        }
        DiskBudget.Registration hold = disk.hold(image.reference());
        boolean opened = false;
        try {
            Opening opening = open(instance, image, reading, hold);
            opened = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!opened) {
                hold.close();
            }
        }
    }

    /** What is opened holds its image until it is closed. */
    private Opening open(Instance instance, Environment.Image image, Reading reading, DiskBudget.Registration hold)
            throws InterruptedException {
        try {
            Template template = sandboxes.prepare(new TemplateSpec(image, Optional.empty()));
            String tree = image.reference() + "-" + template.environmentDigest() + "-" + instance.baseCommit();
            return new Opening.Opened(reading.of(template, tree, hold::close));
        } catch (SandboxUnavailable e) {
            return new Opening.Unreachable(
                    "The image " + image.reference() + " could not be opened: " + e.getMessage(), e.retryable());
        } catch (UnreadableImage e) {
            return e.opening(image.reference());
        }
    }
}
