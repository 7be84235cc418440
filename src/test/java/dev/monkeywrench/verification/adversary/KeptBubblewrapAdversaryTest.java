package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.reuse.Reuse;
import dev.monkeywrench.sandbox.reuse.ReuseTerms;
import dev.monkeywrench.verification.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The same in sandboxes that are kept, where the next candidate comes to the same place. */
@Tag("bubblewrap")
class KeptBubblewrapAdversaryTest extends BubblewrapAdversaryTest {

    @Override
    protected SandboxEngine engine(Path home) throws Exception {
        return Reuse.of(super.engine(home), new ReuseTerms(4, Duration.ofMinutes(5), 500), InstantSource.system());
    }

    @Override
    protected Stream<Adversary> adversaries() {
        return Adversaries.ofPython();
    }

    @Override
    protected boolean followedByHonestOnes() {
        return true;
    }

    /** Nothing is looked at where a pass is not believed: one that meddles and fails all the same has failed. */
    @Override
    boolean allows(Fate fate, Verdict verdict) {
        return super.allows(fate, verdict) || (fate == Fate.TAMPERED && verdict instanceof Verdict.Failed);
    }
}
