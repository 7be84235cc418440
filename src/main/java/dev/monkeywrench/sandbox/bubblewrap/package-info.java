/** Sandboxes that are namespaces made by bubblewrap, for machines without a Docker daemon. */
@NullMarked
package dev.monkeywrench.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
