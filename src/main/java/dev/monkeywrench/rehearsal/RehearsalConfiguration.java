package dev.monkeywrench.rehearsal;

import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the stand-ins before the real ones. Verdicts of such a service mean nothing, and it says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("monkeywrench.rehearsal.enabled")
@EnableConfigurationProperties(RehearsalSettings.class)
class RehearsalConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalConfiguration.class);

    @Bean
    LastStep lastStep(RehearsalSettings settings) {
        LOG.warn("monkeywrench.rehearsal is on: no test is run, and every verdict is made up");
        return new LastStep(settings.dieAt(), settings.dieAfter());
    }

    @Bean
    @Primary
    Workspaces rehearsedWorkspaces(LastStep last) {
        return new RehearsedWorkspaces(last);
    }

    @Bean
    @Primary
    Sandboxes rehearsedSandboxes() {
        return new RehearsedSandboxes();
    }

    @Bean
    @Primary
    Verifier rehearsedVerifier(LastStep last) {
        return new RehearsedVerifier(last);
    }

    @Bean
    Sampler rehearsal(LastStep last) {
        return new RehearsedSampler(last);
    }
}
