/** What the model is shown, within a token budget, and where the fault is likely to be. */
@ApplicationModule(allowedDependencies = {"instance", "workspace"})
@NullMarked
package dev.monkeywrench.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
