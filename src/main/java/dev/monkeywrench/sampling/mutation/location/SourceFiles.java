package dev.monkeywrench.sampling.mutation.location;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sampling.mutation.syntax.Language;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files of a workspace may be changed: code in a known language, neither a test nor somebody else's. */
public final class SourceFiles {

    private static final long MOST_BYTES = 512 * 1024;

    /** Folders of tests and of other people's code, wherever they lie. */
    private static final Set<String> NEVER_OURS = Set.of(
            "test",
            "tests",
            "testing",
            "testdata",
            "fixtures",
            "vendor",
            "vendored",
            "_vendor",
            "third_party",
            "thirdparty",
            "node_modules",
            "site-packages",
            "venv",
            "__pycache__");

    /** Names that mean this at the top of a repository, and may be any package's name below. */
    private static final Set<String> NOT_OURS_AT_THE_TOP = Set.of(
            "docs", "doc", "external", "build", "dist", "target", "generated", "examples", "example", "benchmarks");

    /** Below it every folder is a package of the product, whatever its name. */
    private static final String JAVA_ROOT = "src/main/java/";

    private static final Set<String> NOT_CODE =
            Set.of("conftest.py", "setup.py", "noxfile.py", "tasks.py", "module-info.java", "package-info.java");

    private SourceFiles() {}

    /** In order of path. */
    public static List<RepositoryPath> in(Workspace workspace) {
        return workspace.files().stream()
                .filter(file -> file.bytes() > 0 && file.bytes() <= MOST_BYTES)
                .map(SourceFile::path)
                .filter(path -> Language.of(path).isPresent() && isOurs(path))
                .sorted()
                .toList();
    }

    private static boolean isOurs(RepositoryPath path) {
        String value = path.value();
        int root = value.indexOf(JAVA_ROOT);
        String folders = root >= 0 ? value.substring(0, root) : value.substring(0, value.lastIndexOf('/') + 1);
        return areOurs(folders.toLowerCase(Locale.ROOT))
                && !NOT_CODE.contains(path.fileName())
                && !isTest(path.fileName());
    }

    private static boolean areOurs(String folders) {
        String[] parts = folders.split("/", -1);
        if (NOT_OURS_AT_THE_TOP.contains(parts[0])) {
            return false;
        }
        return Arrays.stream(parts)
                .noneMatch(part -> part.startsWith(".")
                        || NEVER_OURS.contains(part)
                        || part.endsWith("_tests")
                        || part.endsWith("_test"));
    }

    private static boolean isTest(String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        if (name.endsWith(".py")) {
            return stem.startsWith("test_")
                    || stem.endsWith("_test")
                    || stem.endsWith("_tests")
                    || stem.equals("tests");
        }
        return stem.endsWith("Test") || stem.endsWith("Tests") || stem.endsWith("IT") || stem.startsWith("Test");
    }
}
