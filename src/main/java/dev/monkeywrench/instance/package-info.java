/** What is to be solved, from any source: every source of work becomes an {@code Instance} at the edge. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.monkeywrench.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
