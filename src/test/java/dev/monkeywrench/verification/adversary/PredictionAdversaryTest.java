package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.verification.RepeatPolicy;
import dev.monkeywrench.verification.StatusDemand;
import dev.monkeywrench.verification.VerificationPolicy;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Those that forge, as predictions: nobody knows yet what the unpatched tree does. */
@Tag("bubblewrap")
class PredictionAdversaryTest extends BubblewrapAdversaryTest {

    @Override
    protected Stream<Adversary> adversaries() {
        return Adversaries.forging();
    }

    @Override
    protected boolean comesFirst() {
        return true;
    }

    @Override
    protected VerificationPolicy policy() {
        return new VerificationPolicy(
                Court.USUAL.limits(),
                Court.USUAL.baselineTimeout(),
                Duration.ofSeconds(20),
                false,
                RepeatPolicy.once().once(true),
                StatusDemand.FULL);
    }
}
