package dev.monkeywrench.verification;

import com.google.re2j.Pattern;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.FileDiff;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which files a candidate cannot change before it is judged: tests, what configures them, and what would take the place
 * of their runner. Real fixes often bring a test along, so an edit to one of these is undone and reported, not punished.
 */
final class ProtectedPaths {

    private static final Pattern TEST_FOLDER = Pattern.compile(
            "(^|/)(tests|__tests__|testdata|spec)/|(^|/)src/[a-z]*[tT]est[A-Za-z]*/|^(test|testing|e2e)/");
    private static final Pattern PRODUCT_FOLDER = Pattern.compile("(^|/)src/main/");
    private static final Pattern TEST_FILE = Pattern.compile("^(test_.*|.*_test|tests)\\.py$"
            + "|^.*(Test|Tests|TestCase|IT)\\.(java|kt|groovy|scala)$|^Test[A-Z].*\\.(java|kt|groovy)$"
            + "|^.*_test\\.go$|^.*[._-](test|spec)\\.[cm]?[jt]sx?$|^.*_(spec|test)\\.rb$|^.*Test\\.php$");
    private static final Set<String> CONFIGURATION_FILES = Set.of(
            "conftest.py",
            "pytest.ini",
            ".pytest.ini",
            "pytest.toml",
            "tox.ini",
            "noxfile.py",
            ".coveragerc",
            "sitecustomize.py",
            "usercustomize.py",
            "junit-platform.properties",
            "surefire.properties",
            "phpunit.xml",
            "phpunit.xml.dist",
            ".rspec",
            ".mocharc.js",
            ".mocharc.json",
            ".mocharc.yml",
            ".gitattributes");
    private static final Pattern CONFIGURATION_PATH = Pattern.compile(
            "\\.pth$|(^|/)\\.mvn/|(^|/)META-INF/services/org\\.junit|(^|/)(jest|vitest|karma)\\.con[a-z]*\\.");
    /** They configure tests among other things; a line of them is not told from another here. */
    private static final Set<String> MIXED_FILES = Set.of(
            "pyproject.toml",
            "setup.cfg",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "settings.gradle",
            "settings.gradle.kts",
            "gradle.properties",
            "package.json");
    /** A new module of one of these names would be imported instead of the runner. */
    private static final Pattern SHADOW = Pattern.compile(
            "(^|/)(pytest|_pytest|pluggy|unittest|doctest|nose|xdist)(\\.py$|/)|^org/junit/|/org/junit/");

    /** Read instead of a source that was not changed, where its time and size fit. */
    private static final Pattern COMPILED = Pattern.compile("(^|/)__pycache__/|\\.py[co]$");

    private final Set<RepositoryPath> ofTestPatch;

    ProtectedPaths(Set<RepositoryPath> ofTestPatch) {
        this.ofTestPatch = Set.copyOf(ofTestPatch);
    }

    /** Without what it may not change, and why that was taken out. */
    Screened screen(Patch patch) {
        List<FileDiff> kept = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        for (FileDiff file : patch.files()) {
            Optional<String> why = whyProtected(file);
            if (why.isPresent()) {
                evidence.add("edit to " + file.path() + " undone: " + why.get());
            } else {
                kept.add(file);
            }
        }
        return new Screened(evidence.isEmpty() ? patch : Patches.of(kept), evidence);
    }

    /** What is left of a patch, and what was undone. */
    record Screened(Patch patch, List<String> evidence) {

        Screened {
            evidence = List.copyOf(evidence);
        }
    }

    static boolean isTest(RepositoryPath path) {
        String value = path.value();
        return !PRODUCT_FOLDER.matcher(value).find()
                && (TEST_FOLDER.matcher(value).find()
                        || TEST_FILE.matcher(path.fileName()).find());
    }

    private Optional<String> whyProtected(FileDiff file) {
        return whyProtected(file.oldPath())
                .or(() -> whyProtected(file.newPath()))
                .or(() -> shadows(file) ? Optional.of("it would take the place of the test runner") : Optional.empty());
    }

    private Optional<String> whyProtected(RepositoryPath path) {
        String name = path.fileName().toLowerCase(Locale.ROOT);
        if (ofTestPatch.contains(path)) {
            return Optional.of("the tests that decide bring it");
        }
        if (CONFIGURATION_FILES.contains(name)
                || CONFIGURATION_PATH.matcher(path.value()).find()) {
            return Optional.of("it configures the tests");
        }
        if (isTest(path)) {
            return Optional.of("it is a test");
        }
        if (COMPILED.matcher(path.value()).find()) {
            return Optional.of("it would take the place of a source");
        }
        return MIXED_FILES.contains(name)
                ? Optional.of("it configures the tests among other things")
                : Optional.empty();
    }

    private static boolean shadows(FileDiff file) {
        boolean creates = switch (file.kind()) {
            case ADDED, RENAMED, COPIED -> true;
            case MODIFIED, DELETED -> false;
        };
        return creates && SHADOW.matcher(file.newPath().value()).find();
    }
}
