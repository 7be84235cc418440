/** The REST door: requests become runs, runs become replies, faults become problems. */
@ApplicationModule(
        allowedDependencies = {"instance", "patch", "verification", "selection", "search", "ledger", "solver", "run"})
@NullMarked
package dev.monkeywrench.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
