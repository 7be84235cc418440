package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of verification, for runs whose plan does not say otherwise.
 *
 * @param baselineTimeout for the tests of the unpatched tree
 * @param candidateTimeout for a candidate's, capped further by ten times what the baseline took
 * @param statuses which tests of a drawn candidate must run; of given ones all do
 * @param repeats how often tests are run again to tell a verdict from luck
 */
@ConfigurationProperties("monkeywrench.verification")
record VerificationSettings(
        @DefaultValue("10m") Duration baselineTimeout,
        @DefaultValue("5m") Duration candidateTimeout,
        @DefaultValue("until-decided") StatusDemand statuses,
        @DefaultValue RepeatSettings repeats) {

    VerificationPolicy policy(Limits limits) {
        return new VerificationPolicy(limits, baselineTimeout, candidateTimeout, false, repeats.policy(), statuses);
    }

    /**
     * How often tests are run again on one tree.
     *
     * @param baselineRuns of the unpatched tree, at most; 0: once, and only where a verdict hangs on it
     * @param passRuns that a candidate must pass at least
     * @param confirming how long further runs of a pass may take, until it is firm
     * @param mostRuns of a candidate whose verdict hangs on flaky tests
     * @param longest how long repeated runs of one tree may take together
     */
    record RepeatSettings(
            @DefaultValue("3") int baselineRuns,
            @DefaultValue("2") int passRuns,
            @DefaultValue("5s") Duration confirming,
            @DefaultValue("40") int mostRuns,
            @DefaultValue("2m") Duration longest) {

        RepeatPolicy policy() {
            return new RepeatPolicy(baselineRuns, passRuns, confirming, mostRuns, longest);
        }
    }
}
