/** Orders what passed. */
@ApplicationModule(allowedDependencies = {"patch"})
@NullMarked
package dev.monkeywrench.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
