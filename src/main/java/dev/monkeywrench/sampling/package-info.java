/** Draws become distinct candidates. */
@ApplicationModule(allowedDependencies = {"instance", "patch", "model", "workspace", "context"})
@NullMarked
package dev.monkeywrench.sampling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
