package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.Limits;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
class VerificationConfiguration {

    @Bean
    Verifier verifier() {
        return Verifiers.create(new SecureRandom());
    }

    /** What holds where a plan does not say otherwise. */
    @Bean
    VerificationPolicy verificationPolicy(VerificationSettings settings, Limits sandboxLimits) {
        return settings.policy(sandboxLimits);
    }
}
