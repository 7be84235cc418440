package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Instances to run, as rows that a request can carry, and what could not be used of their file. */
public record Suite(String name, List<Row> rows, List<FileProblem> problems) {

    public Suite {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * One instance.
     *
     * @param row as it came; it holds the tests and the gold patch and goes nowhere but into a request
     */
    public record Row(InstanceId id, ObjectNode row) {

        /** The reference fix, by the name it has in rows of SWE-bench and of Multi-SWE-bench; empty where it has none. */
        public Optional<String> goldPatch() {
            return Stream.of("patch", "fix_patch")
                    .map(field -> row.path(field).asString(""))
                    .filter(patch -> !patch.isBlank())
                    .findFirst();
        }

        /** The language of a task that a demo shows, stated in its row. */
        public Optional<String> demoLanguage() {
            return Optional.of(row.path("monkeywrench").path("demo").asString(""))
                    .filter(language -> !language.isEmpty());
        }
    }

    /** The ids, in order. */
    public List<InstanceId> ids() {
        return rows.stream().map(Row::id).toList();
    }
}
