/** Apply, run, judge: the tests decide, and what they decided is kept with its evidence. */
@ApplicationModule(allowedDependencies = {"instance", "patch", "sandbox", "workspace", "context"})
@NullMarked
package dev.monkeywrench.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
