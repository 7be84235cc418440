package dev.monkeywrench.sandbox.bubblewrap;

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
import dev.monkeywrench.sandbox.engine.TreeArchive;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.util.Optional;

/** Each sandbox is a process tree of its own, in namespaces made afresh. */
final class BubblewrapSandboxes implements SandboxEngine {

    private final RootFileSystems roots;
    private final TreeArchives trees;
    private final Launcher launcher;
    private final CellSandboxes cells = new CellSandboxes();

    BubblewrapSandboxes(RootFileSystems roots, TreeArchives trees, Launcher launcher) {
        this.roots = roots;
        this.trees = trees;
        this.launcher = launcher;
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    @Override
    public Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException {
        return switch (spec.environment()) {
            case Environment.Recipe recipe -> template(roots.of(recipe), spec.tree());
            case Environment.Image image -> throw RootFileSystems.refusal(image);
            case Environment.Unstated unstated ->
                throw new IllegalArgumentException("A template is prepared from a stated environment");
        };
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable, InterruptedException {
        if (!(template instanceof BubblewrapTemplate ours)) {
            throw new IllegalArgumentException("The template was prepared by another engine");
        }
        Ear stdout = new Ear();
        Ear stderr = new Ear();
        Optional<TreeArchive> tree = trees.of(ours.tree());
        BubblewrapCell cell = launcher.launch(ours.root(), limits);
        cell.listen(stdout, stderr);
        return cells.open(cell, stdout, stderr, launcher.inside(), limits, tree);
    }

    @Override
    public void close() {
        cells.close();
        launcher.close();
        trees.close();
    }

    private Template template(RootFileSystem root, Optional<Tree> tree)
            throws SandboxUnavailable, InterruptedException {
        trees.of(tree);
        String digest =
                TreeArchives.digest(root.digest(), tree.map(Tree::digest).orElse(""));
        return new BubblewrapTemplate(root, tree, digest);
    }

    /** A root file system and the tree laid over it. */
    record BubblewrapTemplate(RootFileSystem root, Optional<Tree> tree, String environmentDigest) implements Template {}
}
