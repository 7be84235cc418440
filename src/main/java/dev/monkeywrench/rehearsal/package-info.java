/** Stands in for repositories, models and sandboxes at no cost, so that what is left to measure is the service itself. */
@ApplicationModule(
        allowedDependencies = {"instance", "patch", "sandbox", "context", "sampling", "verification", "workspace"})
@NullMarked
package dev.monkeywrench.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
