package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a service left out of an evaluation: rows, by their place in the request, and the rest. */
final class TakenProblems {

    private static final Pattern ROW = Pattern.compile("suite\\.instances\\[([0-9]{1,9})\\](.*)");
    private static final int MOST = 500;

    private TakenProblems() {}

    /** The rows that were left out, and why; what is wrong with anything else is told to the user. */
    static Map<Suite.Row, String> of(EvaluationStatus taken, List<Suite.Row> rows, Terminal terminal) {
        Map<Suite.Row, String> left = new LinkedHashMap<>();
        for (JsonNode problem : taken.json().path("problems")) {
            String field = problem.path("field").asString("");
            String sentence = problem.path("problem").asString("") + ". "
                    + problem.path("remedy").asString("");
            Matcher row = ROW.matcher(field);
            if (row.matches() && Integer.parseInt(row.group(1)) < rows.size()) {
                String told = Inert.line(row.group(2).replaceFirst("^\\.", "") + " " + sentence, MOST);
                left.merge(rows.get(Integer.parseInt(row.group(1))), told, (one, other) -> one + " " + other);
            } else {
                terminal.note(Inert.line(field + " " + sentence, MOST));
            }
        }
        return left;
    }
}
