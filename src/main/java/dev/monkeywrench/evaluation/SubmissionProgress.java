package dev.monkeywrench.evaluation;

import java.util.List;

/**
 * How far the predictions of a run are.
 *
 * @param running instances whose prediction waits or is being judged
 * @param completed instances whose prediction has been judged, or never can be
 */
public record SubmissionProgress(List<String> running, List<String> completed) {

    public SubmissionProgress {
        running = List.copyOf(running);
        completed = List.copyOf(completed);
    }
}
