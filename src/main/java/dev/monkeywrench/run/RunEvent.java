package dev.monkeywrench.run;

/**
 * Something that happened to a run.
 *
 * @param sequence within the run, from 1
 * @param data a JSON object
 */
public record RunEvent(long sequence, EventType type, String data) {}
