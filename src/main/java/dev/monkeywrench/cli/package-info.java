/** The command-line door: demo, evaluate, verify, doctor. */
@ApplicationModule(allowedDependencies = {"instance", "patch", "evaluation", "run"})
@NullMarked
package dev.monkeywrench.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
