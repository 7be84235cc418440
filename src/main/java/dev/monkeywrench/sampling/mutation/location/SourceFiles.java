package dev.monkeywrench.sampling.mutation.location;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sampling.mutation.syntax.Language;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files of a workspace may be changed: code in a known language, neither a test nor somebody else's. */
public final class SourceFiles {

    private static final long MOST_BYTES = 512 * 1024;

    private static final Set<String> NOT_OURS = Set.of(
            "test",
            "tests",
            "testing",
            "testdata",
            "fixtures",
            "docs",
            "doc",
            "vendor",
            "vendored",
            "_vendor",
            "third_party",
            "thirdparty",
            "external",
            "node_modules",
            "site-packages",
            "build",
            "dist",
            "target",
            "generated",
            "venv",
            "examples",
            "example",
            "benchmarks",
            "__pycache__");

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
        String[] parts = path.value().split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            String part = parts[i].toLowerCase(Locale.ROOT);
            boolean isHidden = part.startsWith(".");
            if (isHidden || NOT_OURS.contains(part) || part.endsWith("_tests") || part.endsWith("_test")) {
                return false;
            }
        }
        return !NOT_CODE.contains(path.fileName()) && !isTest(path.fileName());
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
