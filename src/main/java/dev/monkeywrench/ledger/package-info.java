/** What it cost, and the limit: every token and second is metered at the port and priced when read. */
@ApplicationModule(allowedDependencies = {"model", "sandbox"})
@NullMarked
package dev.monkeywrench.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
