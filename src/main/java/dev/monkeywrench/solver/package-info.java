/** Solves one instance: ask, sample, verify, tell; the only fan-out. */
@ApplicationModule(
        allowedDependencies = {
            "instance",
            "patch",
            "model",
            "sandbox",
            "workspace",
            "context",
            "sampling",
            "verification",
            "selection",
            "search",
            "ledger"
        })
@NullMarked
package dev.monkeywrench.solver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
