package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the suite of a request: a row that cannot be used is told by its place, and the others are taken. */
final class RequestedSuite {

    private static final String INSTANCES = "instances";
    private static final int MOST_NAME_CHARACTERS = 400;

    private final Supplier<Suite> starter;
    private final Function<JsonNode, Reading> rows;

    /**
     * @param starter the bundled suite
     * @param rows reads a row as runs do
     */
    RequestedSuite(Supplier<Suite> starter, Function<JsonNode, Reading> rows) {
        this.starter = starter;
        this.rows = rows;
    }

    /** Rows that can be used; what is wrong with the others is added to the problems of parts. */
    Optional<Suite> read(RequestFields body, List<FieldProblem> partProblems) {
        Optional<JsonNode> suite = body.node("suite");
        if (suite.filter(value -> value.asString("").equals(SuiteReader.STARTER))
                .isPresent()) {
            return Optional.of(starter());
        }
        if (suite.filter(JsonNode::isObject).isEmpty()) {
            body.refuse(
                    "suite",
                    suite.isEmpty() ? "is missing" : "is neither \"starter\" nor an object",
                    "Send \"starter\", or {\"instances\": [rows…]}");
            return Optional.empty();
        }
        List<FieldProblem> problems = new ArrayList<>();
        RequestFields fields = RequestFields.of(suite.get(), "suite", Set.of("name", INSTANCES), problems);
        Optional<JsonNode> instances = fields.node(INSTANCES).filter(JsonNode::isArray);
        if (instances.isEmpty()) {
            fields.refuse(INSTANCES, "is not an array of rows", "Send SWE-bench rows or plain forms");
        }
        String name = fields.line("name", MOST_NAME_CHARACTERS).orElse(INSTANCES);
        if (!problems.isEmpty() || instances.isEmpty()) {
            problems.forEach(problem -> body.refuse(problem.field(), problem.problem(), problem.remedy()));
            return Optional.empty();
        }
        return Optional.of(new Suite(name, rows(instances.get(), partProblems), List.of()));
    }

    private Suite starter() {
        return starter.get();
    }

    private List<Suite.Row> rows(JsonNode instances, List<FieldProblem> problems) {
        Map<InstanceId, Suite.Row> byId = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode row : instances) {
            String path = "suite.instances[" + index++ + "]";
            switch (rows.apply(row)) {
                case Reading.Rejected rejected ->
                    rejected.problems().forEach(problem -> problems.add(told(path, problem)));
                case Reading.Read read -> {
                    InstanceId id = read.instance().instance().id();
                    if (byId.putIfAbsent(id, new Suite.Row(id, (ObjectNode) row)) != null) {
                        problems.add(new FieldProblem(
                                path + ".instance_id",
                                "'" + id + "' stands in the suite twice",
                                "Keep one of the two"));
                    }
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static FieldProblem told(String path, FieldProblem problem) {
        String field = problem.field().equals("instance") ? "" : problem.field().replaceFirst("^instance\\.", "");
        return new FieldProblem(field.isEmpty() ? path : path + "." + field, problem.problem(), problem.remedy());
    }
}
