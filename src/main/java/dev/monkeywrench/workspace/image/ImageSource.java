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
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.util.Optional;

/** Opens one sandbox of the image, reads the files of the base commit, and closes it again. */
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

    @Override
    public Opening open(Instance instance) throws InterruptedException {
        if (!(instance.environment() instanceof Environment.Image image)) {
            return new Opening.Refused("environment", "names no image that could bring the repository; name one");
        }
        DiskBudget.Registration hold = disk.hold(image.reference());
        boolean opened = false;
        try {
            Opening opening = open(instance, image, hold);
            opened = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!opened) {
                hold.close();
            }
        }
    }

    /** What is opened holds its image until it is closed. */
    private Opening open(Instance instance, Environment.Image image, DiskBudget.Registration hold)
            throws InterruptedException {
        try {
            Template template = sandboxes.prepare(new TemplateSpec(image, Optional.empty()));
            Owner owner = new Owner("workspace", "read-" + instance.id());
            try (Sandbox sandbox = sandboxes.open(template, sandboxLimits, owner)) {
                SandboxGit git = new SandboxGit(sandbox, sandboxLimits.outputBytes());
                return new Opening.Opened(new ImageReader(git, limits)
                        .read(
                                instance.baseCommit(),
                                image.reference() + "-" + template.environmentDigest(),
                                hold::close));
            }
        } catch (SandboxUnavailable e) {
            return new Opening.Unreachable(
                    "The image " + image.reference() + " could not be opened: " + e.getMessage(), e.retryable());
        } catch (UnreadableImage e) {
            return e.opening(image.reference());
        }
    }
}
