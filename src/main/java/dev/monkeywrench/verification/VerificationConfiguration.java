package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.Limits;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
class VerificationConfiguration {

    @Bean
    Verifier verifier(VerdictCache cache, Clock clock) {
        return Verifiers.caching(Verifiers.create(new SecureRandom()), cache, clock);
    }

    /** What holds where a plan does not say otherwise. */
    @Bean
    VerificationPolicy verificationPolicy(VerificationSettings settings, Limits sandboxLimits) {
        return settings.policy(sandboxLimits);
    }
}
