package dev.monkeywrench.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of Multi-SWE-bench, read as the SWE-bench row that says the same. Its images run the tests by
 * {@code /home/run.sh}; that script is the test command, unless the row states another way.
 */
final class MultiSweRow {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String RUN = "bash /home/run.sh";
    private static final int MOST_ISSUES = 1_000;

    /** What the fields are called here, by what they are called in SWE-bench. */
    private static final Map<String, String> NAMES = Map.of(
            "base_commit", "base.sha",
            "patch", "fix_patch",
            "FAIL_TO_PASS", "f2p_tests",
            "PASS_TO_PASS", "p2p_tests",
            "problem_statement", "resolved_issues");

    /** Who reads what the tests print: the registry's parser for the tool that most repositories of a language use. */
    private static final Map<String, String> PARSERS = Map.ofEntries(
            Map.entry("java", "parse_log_maven"),
            Map.entry("go", "parse_log_gotest"),
            Map.entry("rs", "parse_log_cargo"),
            Map.entry("py", "parse_log_pytest"),
            Map.entry("js", "parse_log_jest"),
            Map.entry("ts", "parse_log_jest"),
            Map.entry("tsx", "parse_log_jest"),
            Map.entry("c", "parse_log_googletest"),
            Map.entry("cc", "parse_log_googletest"),
            Map.entry("cpp", "parse_log_googletest"));

    private MultiSweRow() {}

    static boolean is(JsonNode row) {
        return row.path("base").isObject() && PullRequestId.isIn(row);
    }

    /** Reads a row and says everything that is wrong with it, by the names that the row has. */
    static Reading read(JsonNode row, RowPolicy policy) {
        PullRequestId named = PullRequestId.read(row);
        return switch (named) {
            case PullRequestId.Refused refused -> new Reading.Rejected(List.of(refused.problem()));
            case PullRequestId.Read read -> read(row, read.id(), policy);
        };
    }

    private static Reading read(JsonNode row, InstanceId id, RowPolicy policy) {
        RowFields fields = new RowFields(translated(row, id), policy);
        Optional<GradedInstance> instance = InstanceRows.read(fields, patch -> command(fields, patch));
        return instance.isPresent() && fields.problems().isEmpty()
                ? new Reading.Read(instance.get(), row.toString())
                : new Reading.Rejected(
                        fields.problems().stream().map(MultiSweRow::renamed).toList());
    }

    private static FieldProblem renamed(FieldProblem problem) {
        int bracket = problem.field().indexOf('[');
        String name = bracket < 0 ? problem.field() : problem.field().substring(0, bracket);
        return new FieldProblem(NAMES.getOrDefault(name, problem.field()), problem.problem(), problem.remedy());
    }

    /** The row with SWE-bench's fields beside its own; what it states of those itself stays. */
    private static ObjectNode translated(JsonNode row, InstanceId id) {
        ObjectNode all = MAPPER.createObjectNode();
        row.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        String name = row.path("org").stringValue() + "/" + row.path("repo").stringValue();
        all.put("instance_id", id.value()).put("repo", name);
        all.set("base_commit", row.path("base").path("sha"));
        all.put("problem_statement", statement(row));
        copy(row, "fix_patch", all, "patch");
        tests(row, List.of("f2p_tests", "s2p_tests", "n2p_tests"), all, "FAIL_TO_PASS");
        tests(row, List.of("p2p_tests"), all, "PASS_TO_PASS");
        if (!row.hasNonNull(RowPlace.FOLDER)) {
            all.put(RowPlace.FOLDER, "/home/" + row.path("repo").stringValue());
        }
        boolean placed = List.of("image", "environment", "repository").stream().anyMatch(row::hasNonNull);
        if (!placed && row.hasNonNull("test_command")) {
            all.put("repository", "https://github.com/" + name);
        } else if (!placed) {
            all.put("image", image(name, row.path("number").asString()));
        }
        return all;
    }

    private static String image(String name, String number) {
        return ("mswebench/" + name.replace("/", "_m_") + ":pr-" + number).toLowerCase(Locale.ROOT);
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String name) {
        if (from.has(field)) {
            to.set(name, from.path(field));
        }
    }

    /** The issues alone: title and body of the pull request tell of the fix. */
    private static String statement(JsonNode row) {
        return row.path("resolved_issues")
                .valueStream()
                .limit(MOST_ISSUES)
                .map(issue -> (issue.path("title").asString("") + "\n\n"
                                + issue.path("body").asString(""))
                        .strip())
                .collect(Collectors.joining("\n\n"));
    }

    /** Several lists as one; none where the row has none of them. */
    private static void tests(JsonNode row, List<String> lists, ObjectNode all, String name) {
        if (lists.stream().noneMatch(row::hasNonNull)) {
            return;
        }
        ArrayNode tests = MAPPER.createArrayNode();
        for (String list : lists) {
            Optional<List<JsonNode>> names = names(row.path(list));
            if (names.isEmpty()) {
                all.set(name, row.path(list)); // whoever reads the list says that it is none
                return;
            }
            tests.addAll(names.get());
        }
        all.set(name, tests);
    }

    /** Tests by name with a status each, or lists of names and statuses side by side, or names; as JSON in a text, too. */
    private static Optional<List<JsonNode>> names(JsonNode stated) {
        JsonNode tests = stated.isString() ? parsed(stated.stringValue()) : stated;
        if (tests.isMissingNode() || tests.isNull()) {
            return Optional.of(List.of());
        }
        if (tests.isArray()) {
            return Optional.of(tests.valueStream().toList());
        }
        if (tests.isObject() && tests.path("name").isArray()) {
            return Optional.of(tests.path("name").valueStream().toList());
        }
        if (!tests.isObject()) {
            return Optional.empty();
        }
        List<JsonNode> names = new ArrayList<>();
        tests.propertyNames().forEach(name -> names.add(MAPPER.getNodeFactory().stringNode(name)));
        return Optional.of(names);
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MAPPER.getNodeFactory().stringNode(json);
        }
    }

    private static Optional<LegacyCommand> command(RowFields fields, TestPatch patch) {
        Optional<String> parser = fields.text("log_parser", 200)
                .flatMap(name -> RowParts.parserName(fields, "log_parser", name))
                .or(() -> parser(patch));
        if (parser.isEmpty()) {
            fields.refuse(
                    "log_parser",
                    "is missing, and the files of the test patch do not tell it",
                    "Name the parser of the tests' output, as in 'parse_log_gotest', or send 'test_command' and 'report'");
        }
        return parser.map(name -> LegacyCommand.script(RUN, name));
    }

    private static Optional<String> parser(TestPatch patch) {
        return patch.present().stream()
                .map(path -> path.value().substring(path.value().lastIndexOf('.') + 1))
                .filter(PARSERS::containsKey)
                .map(PARSERS::get)
                .findFirst();
    }
}
