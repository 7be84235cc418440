/** The repository at its base commit, read-only, with no later history. */
@ApplicationModule(allowedDependencies = {"instance", "disk", "sandbox"})
@NullMarked
package dev.monkeywrench.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
