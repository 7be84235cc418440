package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedPathsTest {

    private static final RepositoryPath OF_TEST_PATCH = new RepositoryPath("examples/golden.txt");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests/test_a.py",
                "pkg/tests/data/x.json",
                "pkg/test_inside.py",
                "pkg/inside_test.py",
                "test/unit/x.py",
                "conftest.py",
                "pkg/conftest.py",
                "pytest.ini",
                "tox.ini",
                "setup.cfg",
                "pyproject.toml",
                "sitecustomize.py",
                "pkg/sitecustomize.py",
                "evil.pth",
                "src/test/java/a/FooTest.java",
                "src/integrationTest/java/a/Foo.java",
                "module/src/test/resources/x.txt",
                "pkg/FooTests.java",
                "pom.xml",
                "module/pom.xml",
                ".mvn/maven.config",
                "src/main/resources/junit-platform.properties",
                "src/main/resources/META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                "build.gradle.kts",
                "package.json",
                "jest.config.js",
                "src/a.test.ts",
                "pkg/a_test.go",
                "spec/a_spec.rb",
                "pytest.py",
                "_pytest/runner.py",
                "unittest/__init__.py",
                "src/main/java/org/junit/Assert.java",
                ".gitattributes",
                "pkg/__pycache__/product.cpython-311.pyc",
                "pkg/product.pyc",
                "examples/golden.txt"
            })
    void undoesEditsToTestsAndWhatSteersThem(String path) {
        ProtectedPaths.Screened screened = screen(Map.of(path, "x\n", "pkg/product.py", "y\n"));
        assertThat(screened.patch().paths()).containsExactly(new RepositoryPath("pkg/product.py"));
        assertThat(screened.evidence()).singleElement().asString().contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg/product.py",
                "django/test/client.py",
                "astropy/testing/helper.py",
                "src/main/java/a/TestResult.java",
                "src/main/java/a/FooTest.java",
                "pkg/latest.py",
                "pkg/contest.py",
                "pkg/attestation.py",
                "docs/testing.md",
                "setup.py",
                "requirements.txt",
                "lib/unittests_of_measure.py"
            })
    void leavesProductCode(String path) {
        assertThat(screen(Map.of(path, "x\n")).evidence()).isEmpty();
    }

    @Test
    void runnerMayBeRepairedInItsOwnRepository() {
        RepositoryPath runner = new RepositoryPath("src/_pytest/runner.py");
        Patch patch = Patches.between(runner, "a\n", "b\n");
        assertThat(new ProtectedPaths(Set.of()).screen(patch).evidence()).isEmpty();
    }

    private static ProtectedPaths.Screened screen(Map<String, String> added) {
        Map<RepositoryPath, String> after = new java.util.HashMap<>();
        added.forEach((path, text) -> after.put(new RepositoryPath(path), text));
        return new ProtectedPaths(Set.of(OF_TEST_PATCH)).screen(Patches.between(Map.of(), after));
    }
}
