/** The language-model port, and the servers behind it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.monkeywrench.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
