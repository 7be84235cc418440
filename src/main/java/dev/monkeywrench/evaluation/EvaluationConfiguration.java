package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.jdbc.JdbcEvaluations;
import dev.monkeywrench.evaluation.submission.Parts;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.Runs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EvaluationSettings.class, SubmissionSettings.class})
class EvaluationConfiguration {

    private static final String HOME = "${monkeywrench.home:${MONKEYWRENCH_HOME:${user.home}/.cache/monkeywrench}}";

    @Bean
    EvaluationStore evaluationStore(JdbcTemplate template, PlatformTransactionManager transactions) {
        return JdbcEvaluations.store(template, transactions);
    }

    @Bean
    Steward steward(
            EvaluationStore store,
            Runs runs,
            RunRecords records,
            RecentAccounts accounts,
            Clock clock,
            ApplicationEventPublisher events) {
        Steps steps =
                new Steps(store, runs, records, run -> accounts.of(run).bill().total(), clock);
        return new Steward(steps, () -> events.publishEvent(new EvaluationsMoved()));
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
        return new Evaluations(
                store,
                reader,
                new RequestedBudget(runs::check),
                new Estimates(store),
                steward,
                new SecureRandom()::nextLong,
                clock);
    }

    @Bean
    Plans plans(EvaluationStore store, RunRecords records) {
        return new Plans(new KeptMeasurements(store, records)::of);
    }

    @Bean
    EvaluationPrices evaluationPrices(EvaluationStore store, RunRecords records, Tariff tariff, Clock clock) {
        return new EvaluationPrices(store, records, tariff, clock);
    }

    @Bean
    ModelShapes modelShapes(EvaluationSettings settings) {
        return settings.stated();
    }

    @Bean
    SubmissionStore submissionStore(JdbcTemplate template, PlatformTransactionManager transactions) {
        return JdbcEvaluations.submissions(template, transactions);
    }

    @Bean
    Submissions submissions(
            SubmissionStore store,
            Runs runs,
            RunRecords records,
            Clock clock,
            SubmissionSettings settings,
            @Value("${monkeywrench.suites:suites}") Path suites,
            @Value(HOME) Path home) {
        Parts parts = new Parts(Optional.ofNullable(settings.suites()), new SuiteReader(suites, home));
        return new Submissions(store, parts, runs, records, clock);
    }

    @Bean
    ApiKeys apiKeys(SubmissionStore store, SubmissionSettings settings, Clock clock) {
        return new ApiKeys(store, settings.keys(), new SecureRandom(), clock);
    }
}
