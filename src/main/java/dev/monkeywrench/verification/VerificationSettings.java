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
 */
@ConfigurationProperties("monkeywrench.verification")
record VerificationSettings(
        @DefaultValue("10m") Duration baselineTimeout,
        @DefaultValue("5m") Duration candidateTimeout) {

    VerificationPolicy policy(Limits limits) {
        return new VerificationPolicy(limits, baselineTimeout, candidateTimeout);
    }
}
