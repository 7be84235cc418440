package dev.monkeywrench.instance;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The id of what Multi-SWE-bench names by {@code org}, {@code repo} and {@code number}: {@code org__repo-number}, as its
 * own data sets have it.
 */
public sealed interface PullRequestId {

    /** An id. */
    record Read(InstanceId id) implements PullRequestId {}

    /** The first of the three fields that cannot be used. */
    record Refused(FieldProblem problem) implements PullRequestId {}

    /** Tells whether a row or a prediction is named in this way. */
    static boolean isIn(JsonNode row) {
        return row.hasNonNull("org") && row.hasNonNull("number");
    }

    /** Reads the three fields; a number may be written as text. */
    static PullRequestId read(JsonNode row) {
        for (String field : new String[] {"org", "repo"}) {
            if (!row.path(field).isString()) {
                return refused(field, "is not a text", "Write it as in \"org\": \"google\", \"repo\": \"gson\"");
            }
        }
        Optional<String> number = number(row.path("number"));
        if (number.isEmpty()) {
            return refused("number", "is not the number of a pull request", "Write it as in \"number\": 1787");
        }
        String org = row.path("org").stringValue();
        String repo = row.path("repo").stringValue();
        try {
            return new Read(new InstanceId(org + "__" + repo + "-" + number.get()));
        } catch (IllegalArgumentException e) {
            return refused(
                    "org", "and repo make no instance id: " + e.getMessage(), "Write them as the data set has them");
        }
    }

    private static Optional<String> number(JsonNode number) {
        String text = number.isIntegralNumber() || number.isString() ? number.asString() : "";
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,18}"));
    }

    private static Refused refused(String field, String problem, String remedy) {
        return new Refused(new FieldProblem(field, problem, remedy));
    }
}
