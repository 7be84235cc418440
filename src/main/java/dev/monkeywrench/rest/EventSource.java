package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import java.time.Duration;
import java.util.List;

/** Something whose events are kept and can be followed. Thread-safe. */
interface EventSource {

    /** In words, for the log. */
    String name();

    /** How often to look for what nobody in this process tells of. */
    Duration pause();

    /** Whether no event will be added any more. */
    boolean isOver();

    /** Events after a sequence number, in order. */
    List<Event> after(long sequence, int limit);

    /**
     * Something that happened.
     *
     * @param data a JSON object
     */
    record Event(long sequence, String type, String data) {

        boolean tellsState() {
            return type.equals("state");
        }
    }

    static EventSource of(RunId run, RunRecords records) {
        return new EventSource() {
            @Override
            public String name() {
                return "run-" + run;
            }

            @Override
            public Duration pause() {
                // Only its end is told of.
                return Duration.ofMillis(200);
            }

            @Override
            public boolean isOver() {
                return records.find(run).map(found -> found.state().isFinal()).orElse(true);
            }

            @Override
            public List<Event> after(long sequence, int limit) {
                return records.events(run, sequence, limit).stream()
                        .map(event -> new Event(event.sequence(), event.type().word(), event.data()))
                        .toList();
            }
        };
    }

    static EventSource of(EvaluationId evaluation, Evaluations evaluations) {
        return new EventSource() {
            @Override
            public String name() {
                return "evaluation-" + evaluation;
            }

            @Override
            public Duration pause() {
                // All is told of, but what another process does.
                return Duration.ofSeconds(1);
            }

            @Override
            public boolean isOver() {
                return evaluations
                        .find(evaluation)
                        .map(found -> found.state().isFinal())
                        .orElse(true);
            }

            @Override
            public List<Event> after(long sequence, int limit) {
                return evaluations.events(evaluation, sequence, limit).stream()
                        .map(event -> new Event(event.sequence(), event.type().word(), event.data()))
                        .toList();
            }
        };
    }
}
