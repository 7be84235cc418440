package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.Reading;
import dev.monkeywrench.instance.RowPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Reads suites: files of rows, folders of tasks, and the bundled one. Everything that can be used is; the rest is told. */
public final class SuiteReader {

    /** The name of the bundled suite. */
    public static final String STARTER = "starter";

    private final Path bundled;
    private final Path home;

    /**
     * @param bundled folder that holds the bundled suites
     * @param home the service's home directory, where repositories of tasks are made
     */
    public SuiteReader(Path bundled, Path home) {
        this.bundled = bundled;
        this.home = home;
    }

    /** Reads {@code starter}, a file of rows in JSON or JSONL, or a folder with tasks. */
    public Suite read(String place) {
        Path path = Path.of(place);
        if (place.equals(STARTER)) {
            return folder(STARTER, bundled.resolve(STARTER));
        }
        if (Files.isDirectory(path)) {
            return folder(place, path);
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no suite at " + path.toAbsolutePath()
                    + "; name a JSON or JSONL file of rows, a folder with tasks, or '" + STARTER + "'");
        }
        List<FileProblem> problems = new ArrayList<>();
        return suite(place, Entries.read(path, problems), problems);
    }

    private Suite folder(String name, Path suite) {
        List<FileProblem> problems = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Path task : tasks(suite)) {
            try {
                entries.add(new Entry(OptionalInt.empty(), task.toString(), row(task)));
            } catch (RuntimeException broken) { // whatever is wrong with one task, the others are run
                problems.add(FileProblem.of(
                        task.toString(),
                        OptionalInt.empty(),
                        "the task is unusable: " + broken.getMessage(),
                        "Mend it"));
            }
        }
        return suite(name, entries, problems);
    }

    private static List<Path> tasks(Path suite) {
        Path inside = suite.resolve("tasks");
        Path folder = Files.isDirectory(inside) ? inside : suite;
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> tasks = entries.filter(StarterTask::isTask).sorted().toList();
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException(
                        folder + " holds no task; name the folder whose tasks/<id>/task.yaml are meant");
            }
            return tasks;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed", e);
        }
    }

    private ObjectNode row(Path task) {
        StarterTask read = StarterTask.read(task);
        if (Files.isDirectory(task.resolve("repo"))) {
            StarterRepositories repositories = new StarterRepositories(home.resolve("starter"));
            read.row().put("repository", repositories.materialise(read).toString());
        }
        return read.row();
    }

    private static Suite suite(String name, List<Entry> entries, List<FileProblem> problems) {
        Map<InstanceId, Suite.Row> rows = new LinkedHashMap<>();
        for (Entry entry : entries) {
            add(name, entry, rows, problems);
        }
        return new Suite(name, List.copyOf(rows.values()), problems);
    }

    private static void add(String name, Entry entry, Map<InstanceId, Suite.Row> rows, List<FileProblem> problems) {
        String source = entry.key().isEmpty() ? name : entry.key();
        Reading reading = InstanceRows.read(entry.object(), RowPolicy.standard().under(Path.of("")));
        switch (reading) {
            case Reading.Rejected rejected ->
                rejected.problems().forEach(problem -> problems.add(told(source, entry.line(), problem)));
            case Reading.Read read -> {
                InstanceId id = read.instance().instance().id();
                if (rows.putIfAbsent(id, new Suite.Row(id, entry.object())) != null) {
                    problems.add(told(
                            source,
                            entry.line(),
                            new FieldProblem(
                                    "instance_id", "'" + id + "' stands in the suite twice", "Keep one of the two")));
                }
            }
        }
    }

    private static FileProblem told(String source, OptionalInt line, FieldProblem problem) {
        return new FileProblem(source, line, problem.field(), problem.problem(), problem.remedy());
    }
}
