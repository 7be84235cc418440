package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.selection.Selectors;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolverSettings.class)
class SolverConfiguration {

    @Bean
    Solver solver(
            Workspaces workspaces,
            List<Sampler> samplers,
            LanguageModels models,
            Sandboxes sandboxes,
            Verifier verifier,
            Tariff tariff,
            Clock clock,
            SolverSettings settings) {
        return Solvers.bySampling(new SolverParts(
                workspaces,
                samplers,
                models,
                sandboxes,
                verifier,
                Selectors.votesThenSize(),
                tariff,
                clock,
                Thread::sleep,
                settings.patience()));
    }
}
