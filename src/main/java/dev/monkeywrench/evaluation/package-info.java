/** Many runs over a suite. */
@ApplicationModule(allowedDependencies = {"instance", "patch", "verification", "model", "ledger", "solver", "run"})
@NullMarked
package dev.monkeywrench.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
