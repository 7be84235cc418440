package dev.monkeywrench.sandbox.docker;

import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.Tree;
import java.util.Optional;

/**
 * An image, pinned by its id, and the tree laid over it.
 *
 * @param form how a container of it is locked up
 * @param folder where an image brings its repository
 * @param source the name it was asked for by; empty for a recipe
 */
record DockerTemplate(
        String imageId, ContainerForm form, String folder, String source, Optional<Tree> tree, String environmentDigest)
        implements Template {}
