package dev.monkeywrench.evaluation;

import java.util.List;

/**
 * What is kept of an evaluation to report on it again, and to compare it with another.
 *
 * @param name of the evaluation or its suite
 * @param conditions plan, seed and machine, in words
 * @param seed of the intervals in its reports
 */
public record EvaluationRecord(String name, String conditions, long seed, List<ReportedRun> runs) {

    /** Its name in a folder. */
    public static final String FILE = "evaluation.json";

    public EvaluationRecord {
        runs = List.copyOf(runs);
    }
}
