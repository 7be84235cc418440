package dev.monkeywrench.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The bundled suite: tasks in SWE-bench's layout, each with its repository's files beside it. */
public final class StarterSuite {

    private static final String TASKS = "tasks";

    private StarterSuite() {}

    /**
     * Gives the suite's rows, each with its {@code repository} turned into a Git repository of one commit, whose id is
     * the row's {@code base_commit} on every machine.
     *
     * <p>May be called again, and by several processes at once: a repository appears whole or not at all, and one that
     * is there already is used as it is.
     *
     * @param suite the folder that holds {@code sweb.yaml}
     * @param home the service's home directory; repositories are kept in its {@code starter} folder
     * @return a row for each task, in order of instance id
     */
    public static List<ObjectNode> materialise(Path suite, Path home) {
        StarterRepositories repositories = new StarterRepositories(home.resolve("starter"));
        List<ObjectNode> rows = new ArrayList<>();
        for (StarterTask task : tasks(suite)) {
            ObjectNode row = task.row();
            row.put("repository", repositories.materialise(task).toString());
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    static List<StarterTask> tasks(Path suite) {
        Path folder = suite.resolve(TASKS);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    suite + " holds no folder named tasks; name the folder that sweb.yaml lies in");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(StarterTask::isTask)
                    .sorted()
                    .map(StarterTask::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The starter suite's tasks cannot be listed in " + folder, e);
        }
    }
}
