package dev.monkeywrench.evaluation;

import java.util.OptionalInt;

/**
 * One thing in a suite or a predictions file that cannot be used; what stands beside it is used all the same.
 *
 * @param source the file or folder, as the user named it
 * @param line of the file where it has lines; the place in the list, from 1, where it is one list
 * @param field the field, as the user wrote it; empty when it is the whole entry
 */
public record FileProblem(String source, OptionalInt line, String field, String problem, String remedy) {

    static FileProblem of(String source, OptionalInt line, String problem, String remedy) {
        return new FileProblem(source, line, "", problem, remedy);
    }

    static FileProblem ofField(String source, String field, String problem, String remedy) {
        return new FileProblem(source, OptionalInt.empty(), field, problem, remedy);
    }

    /** One line for the user. */
    public String sentence() {
        StringBuilder text = new StringBuilder(source);
        if (line.isPresent()) {
            text.append(':').append(line.getAsInt());
        }
        text.append(": ");
        if (!field.isEmpty()) {
            text.append(field).append(' ');
        }
        return text.append(problem).append(". ").append(remedy).append('.').toString();
    }
}
