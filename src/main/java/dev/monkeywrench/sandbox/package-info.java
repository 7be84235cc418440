/** A disposable place without network where untrusted code runs. */
@ApplicationModule(allowedDependencies = {"instance", "disk"})
@NullMarked
package dev.monkeywrench.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
