package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.Limits;
import java.time.Duration;

/**
 * How far a verification may go.
 *
 * @param limits of each sandbox
 * @param baselineTimeout for the tests of the unpatched tree
 * @param candidateTimeout for a candidate's; capped further by a multiple of what the baseline took
 * @param fresh whether the tests are run even where the cache knows what they would say
 * @param repeats how often tests are run again to tell a verdict from luck
 * @param statuses which tests of a candidate must run
 */
public record VerificationPolicy(
        Limits limits,
        Duration baselineTimeout,
        Duration candidateTimeout,
        boolean fresh,
        RepeatPolicy repeats,
        StatusDemand statuses) {

    public VerificationPolicy(Limits limits, Duration baselineTimeout, Duration candidateTimeout) {
        this(limits, baselineTimeout, candidateTimeout, false, RepeatPolicy.once(), StatusDemand.FULL);
    }

    /** The same with every test of a candidate run. */
    public VerificationPolicy withFullStatuses() {
        return new VerificationPolicy(limits, baselineTimeout, candidateTimeout, fresh, repeats, StatusDemand.FULL);
    }
}
