/** Diffs as values: edits are parsed, applied in memory, normalised and digested. */
@ApplicationModule(allowedDependencies = {"instance"})
@NullMarked
package dev.monkeywrench.patch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
