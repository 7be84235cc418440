package dev.monkeywrench.run;

import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxPlaces;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.verification.Verifiers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The service as it is but for three parts that are scripted: sampler, verifier and sandboxes. Not a configuration by
 * annotation, so that no scan of the real service finds it.
 */
@EnableAutoConfiguration
@ComponentScan({
    "dev.monkeywrench.run",
    "dev.monkeywrench.disk",
    "dev.monkeywrench.evaluation",
    "dev.monkeywrench.rest",
    "dev.monkeywrench.ledger",
    "dev.monkeywrench.solver",
    "dev.monkeywrench.workspace"
})
public class TestService {

    public static void main(String[] arguments) {
        SpringApplication.run(TestService.class, arguments);
    }

    @Bean
    Sandboxes sandboxes() {
        return new ScriptedSandboxes();
    }

    @Bean
    SandboxPlaces places() {
        return new SandboxPlaces(2);
    }

    @Bean
    Limits limits() {
        return new Limits(1, 1, 1, 1, 1, Duration.ofMinutes(1));
    }

    @Bean
    VerificationPolicy verificationPolicy(Limits limits) {
        return new VerificationPolicy(limits, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Bean
    Verifier verifier(
            @Value("${scripted.pace:0ms}") Duration pace,
            @Value("${scripted.cached:false}") boolean cached,
            VerdictCache cache,
            Clock clock) {
        Verifier scripted = new ScriptedVerifier(pace);
        return cached ? Verifiers.caching(scripted, cache, clock) : scripted;
    }

    @Bean
    Sampler sampler(@Value("${scripted.pace:0ms}") Duration pace) {
        return new ScriptedSampler(pace);
    }

    @Bean
    LanguageModels models() {
        return new LanguageModels() {
            @Override
            public Optional<LanguageModel> find(ModelId id) {
                return Optional.empty();
            }

            @Override
            public List<ModelId> ids() {
                return List.of();
            }
        };
    }
}
