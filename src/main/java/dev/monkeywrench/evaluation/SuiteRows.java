package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.Found;
import dev.monkeywrench.evaluation.suite.RowFiles;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.Reading;
import dev.monkeywrench.instance.RowPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Gathers the usable rows of a suite, and what is wrong with the others. An instance that stands twice is taken once. */
final class SuiteRows {

    private static final RowPolicy POLICY = RowPolicy.standard().under(Path.of(""));

    /** A usable row and where it stood. */
    private record Placed(Suite.Row row, String where) {}

    private final String name;
    private final Map<InstanceId, Placed> rows = new LinkedHashMap<>();
    private final Problems problems;

    SuiteRows(String name) {
        this.name = name;
        this.problems = new Problems(name);
    }

    /**
     * Every row of a file.
     *
     * @param source the file, as the user knows it
     */
    void file(String source, Path file) {
        RowFiles.read(file, found -> {
            switch (found) {
                case Found.Entry entry -> add(source, entry);
                case Found.Unreadable unreadable -> problems.accept(FileProblem.of(source, unreadable));
            }
        });
    }

    /** The row of a task folder; whatever is wrong with one task, the others are taken. */
    void task(Path folder, Supplier<ObjectNode> row) {
        try {
            add(folder.toString(), new Found.Entry(Found.Place.none(), "", row.get()));
        } catch (RuntimeException broken) {
            String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("unreadable");
            problems.accept(FileProblem.at(
                    folder.toString(), Found.Place.none(), "", "the task is unusable: " + why, "Mend it"));
        }
    }

    private void add(String source, Found.Entry entry) {
        Found.Place place = entry.place();
        switch (InstanceRows.read(keyed(entry), POLICY)) {
            case Reading.Rejected rejected ->
                rejected.problems().forEach(problem -> problems.accept(told(source, place, problem)));
            case Reading.Read read ->
                add(source, place, read.instance().instance().id(), entry.object());
        }
    }

    /** The key stands for the id where the row itself has none. */
    private static ObjectNode keyed(Found.Entry entry) {
        if (!entry.key().isEmpty() && !entry.object().hasNonNull("instance_id")) {
            entry.object().put("instance_id", entry.key());
        }
        return entry.object();
    }

    private void add(String source, Found.Place place, InstanceId id, ObjectNode row) {
        Placed added = new Placed(new Suite.Row(id, row), where(source, place));
        Placed first = rows.putIfAbsent(id, added);
        if (first != null) {
            problems.accept(told(
                    source,
                    place,
                    new FieldProblem(
                            "instance_id",
                            "'" + id + "' stands in the suite twice, first in " + first.where(),
                            "Keep one of the two; the first was taken")));
        }
    }

    private static String where(String source, Found.Place place) {
        String line = place.line().isPresent() ? ":" + place.line().getAsInt() : "";
        return source + line + (place.name().isEmpty() ? "" : " (" + place.name() + ")");
    }

    private static FileProblem told(String source, Found.Place place, FieldProblem problem) {
        return FileProblem.at(source, place, problem.field(), problem.problem(), problem.remedy());
    }

    Suite suite() {
        List<Suite.Row> all = rows.values().stream().map(Placed::row).toList();
        return new Suite(name, all, problems.list());
    }
}
