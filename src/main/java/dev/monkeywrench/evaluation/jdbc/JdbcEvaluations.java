package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.EvaluationStore;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Evaluations kept in tables. */
public final class JdbcEvaluations {

    private JdbcEvaluations() {}

    /** The store; runs must be kept in the same database, under the same manager of transactions. */
    public static EvaluationStore store(JdbcTemplate template, PlatformTransactionManager manager) {
        return new JdbcEvaluationStore(template, manager);
    }

    /** The store of predictions that come one by one. */
    public static SubmissionStore submissions(JdbcTemplate template, PlatformTransactionManager manager) {
        return new JdbcSubmissionStore(template, manager);
    }
}
