package dev.monkeywrench.instance;

/**
 * One thing wrong with what a user sent.
 *
 * @param field the field, as the user wrote it
 * @param problem what is wrong, with the limit
 * @param remedy what to do about it
 */
public record FieldProblem(String field, String problem, String remedy) {}
