package dev.monkeywrench.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Our own form: a repository, a commit, a statement, and the command that runs its tests. */
final class PlainForm {

    private static final String REPORT_REMEDY =
            "Send \"junit\", the name of a log parser, or {\"format\": \"junit\", \"paths\": [\"reports/*.xml\"]}";
    private static final int MOST_PATHS = 100;

    private PlainForm() {}

    static Optional<GradedInstance> read(RowFields fields) {
        Optional<String> command = fields.shellText("test_command", "Send the command that runs the tests");
        Optional<ReportFormat> report = report(fields);
        Optional<RowPlace> place = RowPlace.ofPlainForm(fields);
        Optional<CommitId> base = RowParts.baseCommit(fields);
        Optional<ProblemStatement> statement = fields.requiredText(
                        "problem_statement", ProblemStatement.MOST_CHARACTERS, "Say what is wrong, as in an issue")
                .map(ProblemStatement::new);
        Optional<String> testPatch = TestPatch.read(fields).map(TestPatch::unifiedDiff);
        Optional<ExpectedTests> expected = RowParts.expectedTests(fields);
        Optional<GoldPatch> gold = RowParts.goldPatch(fields);
        Optional<InstanceId> id = id(fields, testPatch);
        if (!fields.problems().isEmpty()) {
            return Optional.empty();
        }
        TestProcedure tests = new TestProcedure.TestCommand(command.orElseThrow(), report.orElseThrow());
        Instance instance = new Instance(
                id.orElseThrow(),
                place.orElseThrow().repository(),
                base.orElseThrow(),
                statement.orElseThrow(),
                place.orElseThrow().environment(),
                new VisibleTests(Optional.of(tests)));
        return Optional.of(new GradedInstance(instance, new HiddenTests(tests, testPatch, expected), gold));
    }

    /** The row's own, or one made from what it says, so that the same form has the same id. */
    private static Optional<InstanceId> id(RowFields fields, Optional<String> testPatch) {
        if (fields.node("instance_id").isPresent()) {
            return RowParts.id(fields);
        }
        StringBuilder said = new StringBuilder();
        for (String field : List.of("repository", "base_commit", "problem_statement", "test_command")) {
            said.append(fields.node(field).map(JsonNode::toString).orElse("")).append('\n');
        }
        said.append(testPatch.orElse(""));
        return Optional.of(new InstanceId("plain-" + sha256(said.toString()).substring(0, 12)));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Optional<ReportFormat> report(RowFields fields) {
        Optional<JsonNode> report = fields.node("report");
        if (report.isEmpty()) {
            fields.refuse("report", "is missing", REPORT_REMEDY);
            return Optional.empty();
        }
        if (report.get().isString()) {
            return named(fields, report.get().stringValue());
        }
        JsonNode format = report.get().path("format");
        Set<String> known = Set.of("format", "paths");
        boolean junit = report.get().isObject()
                && known.containsAll(report.get().propertyNames())
                && format.isString()
                && format.stringValue().equals("junit");
        if (!junit) {
            fields.refuse("report", "is of no form that can be read", REPORT_REMEDY);
            return Optional.empty();
        }
        return paths(fields, report.get().path("paths"));
    }

    private static Optional<ReportFormat> named(RowFields fields, String name) {
        if (name.equals("junit")) {
            return Optional.of(new ReportFormat.JunitXml(List.of()));
        }
        return RowParts.parserName(fields, "report", name).map(ReportFormat.Log::new);
    }

    private static Optional<ReportFormat> paths(RowFields fields, JsonNode paths) {
        if (paths.isMissingNode()) {
            return Optional.of(new ReportFormat.JunitXml(List.of()));
        }
        if (!paths.isArray() || paths.size() > MOST_PATHS) {
            fields.refuse("report.paths", "is no list of at most " + MOST_PATHS + " patterns", REPORT_REMEDY);
            return Optional.empty();
        }
        List<String> globs = new ArrayList<>();
        for (JsonNode path : paths) {
            String glob = path.isString() ? path.stringValue() : "";
            Optional<RepositoryPath> checked = fields.checked(
                    "report.paths[" + globs.size() + "]",
                    "Name report files by patterns inside the repository, as in target/surefire-reports/*.xml",
                    () -> new RepositoryPath(glob));
            if (checked.isEmpty()) {
                return Optional.empty();
            }
            globs.add(glob);
        }
        return Optional.of(new ReportFormat.JunitXml(globs));
    }
}
