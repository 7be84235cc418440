package dev.monkeywrench.sandbox.docker;

import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.engine.TreeArchive;
import java.util.Optional;

/**
 * An image, pinned by its id, and the tree laid over it.
 *
 * @param form how a container of it is locked up
 */
record DockerTemplate(String imageId, ContainerForm form, Optional<TreeArchive> tree, String environmentDigest)
        implements Template {}
