package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.reuse.Reuse;
import dev.monkeywrench.sandbox.reuse.ReuseTerms;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/** The same verdicts where sandboxes are kept between candidates. */
@Tag("bubblewrap")
class KeptBubblewrapVerifierTest extends BubblewrapVerifierTest {

    @Override
    protected SandboxEngine engine() throws Exception {
        return Reuse.of(super.engine(), new ReuseTerms(4, Duration.ofMinutes(5), 500), InstantSource.system());
    }
}
