package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.RepositoryPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One task folder in SWE-bench's layout.
 *
 * @param folder named like the instance
 * @param row the columns of {@code task.yaml} and {@code tests.json} and those that are files of their own
 */
record StarterTask(Path folder, ObjectNode row) {

    private static final String METADATA = "task.yaml";
    private static final Map<String, String> COLUMN_FILES = Map.of(
            "patch", "gold.patch",
            "test_patch", "test.patch",
            "eval_script", "eval.sh",
            "problem_statement", "problem_statement.md");
    /** What running the tests inside a checkout leaves behind; it is no part of the base commit. */
    private static final Set<String> LEFT_BY_TESTS = Set.of("__pycache__", ".pytest_cache", "target", ".git");

    private static final long MOST_OCTETS = 32 << 20;

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    static boolean isTask(Path folder) {
        return Files.isRegularFile(folder.resolve(METADATA));
    }

    static StarterTask read(Path folder) {
        ObjectNode row = object(YAML.readTree(folder.resolve(METADATA).toFile()), folder.resolve(METADATA));
        COLUMN_FILES.forEach((column, file) -> row.put(column, text(folder.resolve(file))));
        Path hints = folder.resolve("hints.md");
        row.put("hints_text", Files.exists(hints) ? text(hints) : "");
        Path tests = folder.resolve("tests.json");
        row.setAll(object(JSON.readTree(tests.toFile()), tests));
        return new StarterTask(folder, row);
    }

    InstanceId instanceId() {
        return new InstanceId(row.path("instance_id").asString());
    }

    CommitId baseCommit() {
        return new CommitId(row.path("base_commit").asString());
    }

    /** The repository's files at the base commit, octet by octet. */
    SortedMap<RepositoryPath, Path> files() {
        Path root = folder.resolve("repo");
        SortedMap<RepositoryPath, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(root, new Collecting(root, files));
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + instanceId() + " cannot be read in " + root, e);
        }
        return files;
    }

    private static ObjectNode object(JsonNode node, Path file) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(file + " holds no object of named fields");
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_OCTETS) {
                throw new IllegalArgumentException(file + " holds more than " + MOST_OCTETS + " bytes; shorten it");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not UTF-8 text; convert it, as with iconv", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; every task of the suite has one", e);
        }
    }

    private static final class Collecting extends SimpleFileVisitor<Path> {

        private final Path root;
        private final SortedMap<RepositoryPath, Path> files;

        Collecting(Path root, SortedMap<RepositoryPath, Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean left = LEFT_BY_TESTS.contains(directory.getFileName().toString());
            return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                throw new IllegalArgumentException(
                        file + " is not a plain file; a starter repository holds nothing else");
            }
            files.put(new RepositoryPath(root.relativize(file).toString()), file);
            return FileVisitResult.CONTINUE;
        }
    }
}
