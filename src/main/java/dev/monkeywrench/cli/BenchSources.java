package dev.monkeywrench.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A small project.
 *
 * @param recipe of its sandbox
 * @param files by path
 * @param changed the file of which candidates change the line with {@code VALUE = 0}
 * @param testCommand as users of the service write it
 * @param report how its result is read
 * @param testSeconds what its tests themselves take
 */
record BenchSources(
        String recipe,
        Map<String, String> files,
        String changed,
        String testCommand,
        Optional<String> report,
        double testSeconds) {

    /** About half a second before the first test, from outside the repository: nearly all that Python brings. */
    static final String HEAVY = """
            import encodings.aliases, importlib, sys

            LEFT_OUT = {"antigravity", "this", "idlelib", "turtle", "turtledemo", "tkinter", "lib2to3", "ensurepip", "imp"}
            STANDARD = {name for name in sys.stdlib_module_names if not name.startswith("_")} - LEFT_OUT
            ENCODINGS = {"encodings." + name for name in encodings.aliases.aliases.values()}
            MORE = {"coverage.cmdline", "pkg_resources", "multiprocessing.managers", "multiprocessing.pool", "unittest.mock",
                    "xml.dom.minidom", "xml.sax.expatreader", "xmlrpc.client", "http.server", "http.cookiejar", "attr",
                    "email.mime.multipart", "logging.config", "importlib.metadata", "wsgiref.simple_server", "html.parser",
                    "concurrent.futures.process", "urllib.robotparser", "curses.textpad", "pydoc_data.topics"}
            for name in sorted(STANDARD | ENCODINGS | MORE):
                try:
                    importlib.import_module(name)
                except ImportError:
                    pass
            """;

    static BenchSources python(String imports, double testSeconds) {
        String pause = testSeconds > 0 ? "    time.sleep(" + testSeconds + ")\n" : "";
        String tests = imports + "import pkg\n\n\ndef test_value():\n" + pause + "    assert pkg.value() == -1\n\n\n"
                + "def test_type():\n    assert isinstance(pkg.value(), int)\n";
        return new BenchSources(
                "python",
                Map.of("pkg.py", "VALUE = 0\n\n\ndef value():\n    return VALUE\n", "tests/test_pkg.py", tests),
                "pkg.py",
                "python3 -m pytest -rA -p no:cacheprovider tests",
                Optional.of("parse_log_pytest"),
                testSeconds);
    }

    static BenchSources java() {
        return new BenchSources(
                "java",
                Map.of(
                        "pom.xml", BenchMaven.POM,
                        "src/main/java/bench/Value.java", """
                        package bench;

                        public final class Value {

                            private static final int VALUE = 0;

                            private Value() {}

                            public static int value() {
                                return VALUE;
                            }
                        }
                        """,
                        "src/main/java/bench/Words.java", """
                        package bench;

                        import java.util.List;
                        import java.util.stream.Collectors;

                        public record Words(List<String> all) {

                            public String joined() {
                                return all.stream().sorted().collect(Collectors.joining(" "));
                            }
                        }
                        """,
                        "src/test/java/bench/ValueTest.java", """
                        package bench;

                        import static org.junit.jupiter.api.Assertions.assertEquals;

                        import java.util.List;
                        import org.junit.jupiter.api.Test;

                        class ValueTest {

                            @Test
                            void value() {
                                assertEquals(-1, Value.value());
                            }

                            @Test
                            void words() {
                                assertEquals("a b", new Words(List.of("b", "a")).joined());
                            }
                        }
                        """),
                "src/main/java/bench/Value.java",
                "junit-run",
                Optional.of("junit"),
                0);
    }

    /** A candidate: the value is another, and still wrong. */
    String patch(int value) {
        List<String> lines = file().lines().toList();
        StringBuilder patch = new StringBuilder("diff --git a/" + changed + " b/" + changed + "\n--- a/" + changed
                + "\n+++ b/" + changed + "\n@@ -1," + lines.size() + " +1," + lines.size() + " @@\n");
        for (String line : lines) {
            if (line.contains("VALUE = 0")) {
                patch.append('-').append(line).append("\n+");
                patch.append(line.replace("VALUE = 0", "VALUE = " + value)).append('\n');
            } else {
                patch.append(' ').append(line).append('\n');
            }
        }
        return patch.toString();
    }

    private String file() {
        return Objects.requireNonNull(files.get(changed));
    }
}
