/** Decides which draw comes next and when to stop. */
@ApplicationModule(allowedDependencies = {"sampling"})
@NullMarked
package dev.monkeywrench.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
