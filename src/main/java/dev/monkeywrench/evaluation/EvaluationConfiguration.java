package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.jdbc.JdbcEvaluations;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.Runs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationSettings.class)
class EvaluationConfiguration {

    private static final String HOME = "${monkeywrench.home:${MONKEYWRENCH_HOME:${user.home}/.cache/monkeywrench}}";

    @Bean
    EvaluationStore evaluationStore(JdbcTemplate template, PlatformTransactionManager transactions) {
        return JdbcEvaluations.store(template, transactions);
    }

    @Bean
    Steward steward(EvaluationStore store, Runs runs, RunRecords records, RecentAccounts accounts, Clock clock) {
        return new Steward(
                new Steps(store, runs, records, run -> accounts.of(run).bill().total(), clock));
    }

    @Bean
    Evaluations evaluations(
            EvaluationStore store,
            Runs runs,
            Steward steward,
            Clock clock,
            EvaluationSettings settings,
            @Value("${monkeywrench.suites:suites}") Path suites,
            @Value(HOME) Path home) {
        SuiteReader bundled = new SuiteReader(suites, home);
        RequestedSuite requested = new RequestedSuite(() -> bundled.read(SuiteReader.STARTER), runs::read);
        EvaluationReader reader = new EvaluationReader(requested, runs::check, settings.parallel());
        return new Evaluations(store, reader, new Estimates(), steward, new SecureRandom()::nextLong, clock);
    }
}
