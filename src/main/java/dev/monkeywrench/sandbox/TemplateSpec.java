package dev.monkeywrench.sandbox;

import dev.monkeywrench.instance.Environment;
import java.util.Optional;

/**
 * What sandboxes are to be opened from.
 *
 * @param tree laid at {@code /testbed}; empty when the image brings the repository itself
 */
public record TemplateSpec(Environment environment, Optional<Tree> tree) {}
