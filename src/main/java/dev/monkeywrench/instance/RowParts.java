package dev.monkeywrench.instance;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields that every form has. */
final class RowParts {

    private static final int MOST_WORD_CHARACTERS = 2_048;

    private RowParts() {}

    static Optional<InstanceId> id(RowFields fields) {
        String remedy = "Name the instance, as in 'django__django-11099'";
        return fields.requiredText("instance_id", MOST_WORD_CHARACTERS, remedy)
                .flatMap(id -> fields.checked("instance_id", remedy, () -> new InstanceId(id)));
    }

    /** The id where it is a legal one; says nothing where it is not, since {@link #id} does. */
    static Optional<InstanceId> idIfLegal(RowFields fields) {
        Optional<JsonNode> id = fields.node("instance_id").filter(JsonNode::isString);
        try {
            return id.map(node -> new InstanceId(node.stringValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<CommitId> baseCommit(RowFields fields) {
        String remedy = "Send the full id of the commit before any fix, as 'git rev-parse HEAD' prints it";
        return fields.requiredText("base_commit", MOST_WORD_CHARACTERS, remedy)
                .flatMap(commit -> fields.checked("base_commit", remedy, () -> new CommitId(commit)));
    }

    static Optional<ProblemStatement> problemStatement(RowFields fields) {
        String text = fields.text("problem_statement", ProblemStatement.MOST_CHARACTERS)
                .orElse("");
        return Optional.of(new ProblemStatement(text));
    }

    /** FAIL_TO_PASS and PASS_TO_PASS of a row that must have them. */
    static Optional<ExpectedTests> requiredTests(RowFields fields) {
        Optional<ExpectedTests> expected = expectedTests(fields);
        if (expected.isEmpty() && fields.node("FAIL_TO_PASS").isEmpty()) {
            fields.refuse("FAIL_TO_PASS", "is missing", "Name the tests that must turn green; at least one");
        }
        return expected;
    }

    /** FAIL_TO_PASS and PASS_TO_PASS of a row that may leave them out together. */
    static Optional<ExpectedTests> expectedTests(RowFields fields) {
        Optional<List<TestId>> passToPass = fields.tests("PASS_TO_PASS");
        if (fields.node("FAIL_TO_PASS").isEmpty()) {
            if (passToPass.isPresent()) {
                fields.refuse(
                        "PASS_TO_PASS",
                        "is given without FAIL_TO_PASS",
                        "Send both lists, or neither to have the baseline run establish them");
            }
            return Optional.empty();
        }
        return fields.tests("FAIL_TO_PASS")
                .flatMap(failToPass -> fields.checked(
                        "FAIL_TO_PASS",
                        "Name the tests that must turn green",
                        () -> new ExpectedTests(failToPass, passToPass.orElse(List.of()))));
    }

    static Optional<GoldPatch> goldPatch(RowFields fields) {
        return fields.patch("patch").map(GoldPatch::new);
    }

    /** The name of a log parser: an identifier of the harness, never code. */
    static Optional<String> parserName(RowFields fields, String field, String name) {
        if (name.length() > 100 || !name.chars().allMatch(RowParts::isWordCharacter)) {
            fields.refuse(field, "is not the name of a log parser", "Name one, as in 'parse_log_pytest'");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static boolean isWordCharacter(int c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
