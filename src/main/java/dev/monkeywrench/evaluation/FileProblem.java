package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.Found;
import java.util.OptionalInt;

/**
 * One thing in a suite or a predictions file that cannot be used; what stands beside it is used all the same.
 *
 * @param source the file or folder, as the user named it
 * @param line of the file where it is text, from 1
 * @param place in the file where the line does not say enough, as in {@code row 3} or {@code entry 3}; may be empty
 * @param field the field, as the user wrote it; empty when it is the whole entry
 */
public record FileProblem(String source, OptionalInt line, String place, String field, String problem, String remedy) {

    public FileProblem(String source, OptionalInt line, String field, String problem, String remedy) {
        this(source, line, "", field, problem, remedy);
    }

    static FileProblem of(String source, OptionalInt line, String problem, String remedy) {
        return new FileProblem(source, line, "", problem, remedy);
    }

    static FileProblem of(String source, Found.Unreadable found) {
        return at(source, found.place(), "", found.problem(), found.remedy());
    }

    static FileProblem at(String source, Found.Place place, String field, String problem, String remedy) {
        return new FileProblem(source, place.line(), place.name(), field, problem, remedy);
    }

    static FileProblem ofField(String source, String field, String problem, String remedy) {
        return new FileProblem(source, OptionalInt.empty(), field, problem, remedy);
    }

    /** One line for the user; what the file holds is quoted without anything that a terminal would obey. */
    public String sentence() {
        StringBuilder text = new StringBuilder(source);
        if (line.isPresent()) {
            text.append(':').append(line.getAsInt());
        }
        if (!place.isEmpty()) {
            text.append(" (").append(place).append(')');
        }
        text.append(": ");
        if (!field.isEmpty()) {
            text.append(field).append(' ');
        }
        text.append(problem).append(". ").append(remedy).append('.');
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
