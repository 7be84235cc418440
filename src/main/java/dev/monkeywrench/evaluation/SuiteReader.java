package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Reads {@code starter}; a file of rows in JSON, JSONL, Parquet or YAML; a SWE-bench task repository or a folder of
     * its tasks; or a folder of such files.
     */
    public Suite read(String place) {
        if (place.equals(STARTER)) {
            return folder(STARTER, bundled.resolve(STARTER));
        }
        Path path = path(place);
        if (Files.isDirectory(path)) {
            return folder(place, path);
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no suite at " + path.toAbsolutePath()
                    + "; name a file of rows in JSON, JSONL or Parquet, a folder of tasks or instances, or '" + STARTER
                    + "'");
        }
        SuiteRows rows = new SuiteRows(place);
        rows.file(place, path);
        return rows.suite();
    }

    private static Path path(String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("This is no path of a suite: " + e.getReason(), e);
        }
    }

    private Suite folder(String name, Path suite) {
        SuiteRows rows = new SuiteRows(name);
        try {
            List<Path> tasks = tasks(suite);
            for (Path task : tasks) {
                rows.task(task, () -> row(task));
            }
            for (Path file : tasks.isEmpty() ? files(suite) : List.<Path>of()) {
                rows.file(file.toString(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + suite + " cannot be listed", e);
        }
        return rows.suite();
    }

    /** The task folders of a task repository, or of a folder of them; empty where it holds none. */
    private static List<Path> tasks(Path suite) throws IOException {
        Path inside = suite.resolve("tasks");
        try (Stream<Path> entries = Files.list(Files.isDirectory(inside) ? inside : suite)) {
            return entries.filter(StarterTask::isTask).sorted().toList();
        }
    }

    /** Data sets are published as a folder named data, with a Parquet file for each part. */
    private static List<Path> files(Path suite) throws IOException {
        List<Path> files = new ArrayList<>(RowFiles.in(suite));
        Path data = suite.resolve("data");
        if (files.isEmpty() && Files.isDirectory(data)) {
            files.addAll(RowFiles.in(data));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(suite
                    + " holds neither tasks nor files of rows; name a folder with tasks/<id>/task.yaml, or with files"
                    + " in JSON, JSONL, YAML or Parquet");
        }
        return files;
    }

    private ObjectNode row(Path task) {
        StarterTask read = StarterTask.read(task);
        if (Files.isDirectory(task.resolve("repo"))) {
            StarterRepositories repositories = new StarterRepositories(home.resolve("starter"));
            read.row().put("repository", repositories.materialise(read).toString());
        }
        return read.row();
    }
}
