/** Sandboxes that are containers of a Docker daemon, found and spoken to through Testcontainers. */
@NullMarked
package dev.monkeywrench.sandbox.docker;

import org.jspecify.annotations.NullMarked;
