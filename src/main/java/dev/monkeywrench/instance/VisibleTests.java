package dev.monkeywrench.instance;

import java.util.Optional;

/**
 * The tests that exist at the base commit: whoever draws or selects may run them.
 *
 * <p>A procedure is visible when no test patch is needed to run it: then its tests are in the repository for all to
 * see. Where tests come by a test patch, the procedure here is absent, or runs what the base commit holds.
 *
 * @param procedure how they are run; empty when nothing is known that a hidden test would not give away
 */
public record VisibleTests(Optional<TestProcedure> procedure) {

    public static VisibleTests none() {
        return new VisibleTests(Optional.empty());
    }
}
