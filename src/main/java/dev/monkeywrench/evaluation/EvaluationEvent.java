package dev.monkeywrench.evaluation;

/**
 * Something that happened to an evaluation.
 *
 * @param sequence within the evaluation, from 1
 * @param data a JSON object
 */
public record EvaluationEvent(long sequence, EvaluationEventType type, String data) {}
