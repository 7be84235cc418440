package dev.monkeywrench.sandbox.docker;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.sandbox.Tree;
import dev.monkeywrench.sandbox.engine.CellSandboxes;
import dev.monkeywrench.sandbox.engine.Ear;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import dev.monkeywrench.sandbox.engine.TreeArchive;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.time.InstantSource;
import java.util.Optional;

/** Each sandbox is a container of its own, made afresh and removed afterwards. */
final class DockerSandboxes implements SandboxEngine {

    private final DockerImages images;
    private final TreeArchives trees;
    private final Containers containers;
    private final CellSandboxes cells = new CellSandboxes();

    DockerSandboxes(Daemon daemon, DockerImages images, TreeArchives trees, OwnerProcess owner, InstantSource clock) {
        this.images = images;
        this.trees = trees;
        this.containers = new Containers(daemon, owner, clock);
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.DOCKER;
    }

    @Override
    public Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException {
        return switch (spec.environment()) {
            case Environment.Recipe recipe ->
                template(images.of(recipe), ContainerForm.RECIPE, Environment.Image.TESTBED, "", spec.tree());
            case Environment.Image image ->
                template(images.of(image), ContainerForm.IMAGE, image.folder(), image.reference(), spec.tree());
            case Environment.Unstated unstated ->
                throw new IllegalArgumentException("A template is prepared from a stated environment");
        };
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        if (!(template instanceof DockerTemplate ours)) {
            throw new IllegalArgumentException("The template was prepared by another engine");
        }
        Ear stdout = new Ear();
        Ear stderr = new Ear();
        Optional<TreeArchive> tree = trees.of(ours.tree());
        images.use(ours.source());
        DockerCell cell = containers.start(ours, limits, owner, stdout, stderr);
        return cells.open(cell, stdout, stderr, ours.form().inside(), limits, tree);
    }

    @Override
    public void close() {
        cells.close();
        images.close();
        containers.close();
        trees.close();
    }

    private Template template(String imageId, ContainerForm form, String folder, String source, Optional<Tree> tree)
            throws SandboxUnavailable, InterruptedException {
        trees.of(tree);
        String place = folder.equals(Environment.Image.TESTBED) ? "" : folder;
        String digest = TreeArchives.digest(imageId, tree.map(Tree::digest).orElse(place));
        return new DockerTemplate(imageId, form, folder, source, tree, digest);
    }
}
