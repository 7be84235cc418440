/** The REST door: requests become runs and evaluations, these become replies, faults become problems. */
@ApplicationModule(
        allowedDependencies = {
            "instance",
            "patch",
            "verification",
            "selection",
            "search",
            "ledger",
            "solver",
            "run",
            "evaluation"
        })
@NullMarked
package dev.monkeywrench.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
