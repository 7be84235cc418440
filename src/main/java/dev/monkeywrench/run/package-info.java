/** The durable life of a request: queue, lease, heartbeat, cancel, resume. */
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
            "ledger",
            "solver"
        })
@NullMarked
package dev.monkeywrench.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
