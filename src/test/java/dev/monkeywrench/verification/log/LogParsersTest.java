package dev.monkeywrench.verification.log;

import static dev.monkeywrench.verification.TestStatus.ERROR;
import static dev.monkeywrench.verification.TestStatus.FAILED;
import static dev.monkeywrench.verification.TestStatus.PASSED;
import static dev.monkeywrench.verification.TestStatus.SKIPPED;
import static dev.monkeywrench.verification.TestStatus.XFAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.RawReport;
import dev.monkeywrench.verification.TestStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogParsersTest {

    @Test
    void readsPytestSummary() {
        String log = """
                ============ short test summary info ============
                PASSED tests/test_a.py::test_one
                PASSED tests/test_a.py::test_two[a-b]
                SKIPPED [2] tests/test_a.py:12: needs network
                XFAIL tests/test_a.py::test_three - known
                ERROR tests/test_b.py - ImportError: no module
                FAILED tests/test_a.py::test_four - assert 1 == 2
                PASSED
                ERRORS of another kind
                """;
        assertThat(read("parse_log_pytest", log))
                .isEqualTo(Map.of(
                        "tests/test_a.py::test_one", PASSED,
                        "tests/test_a.py::test_two[a-b]", PASSED,
                        "tests/test_a.py::test_three", XFAIL,
                        "tests/test_b.py", ERROR,
                        "tests/test_a.py::test_four", FAILED));
    }

    @Test
    void shortensPathsAmongOptions() {
        String log = """
                PASSED tests/a.py::t[/home/user/data.dcm]
                PASSED tests/a.py::t[//double/slash]
                PASSED tests/a.py::t[/a/*.py]
                FAILED tests/a.py::t[x] - AssertionError
                """;
        assertThat(read("parse_log_requests", log))
                .isEqualTo(Map.of(
                        "tests/a.py::t[/data.dcm]", PASSED,
                        "tests/a.py::t[//double/slash]", PASSED,
                        "tests/a.py::t[/a/*.py]", PASSED,
                        "tests/a.py::t[x]", FAILED));
    }

    @Test
    void readsColouredPytestWithStatusFirstOrLast() {
        String log = """
                \u001b[32mPASSED\u001b[0m tests/a.py::\u001b[1mtest_one\u001b[0m
                FAILED tests/a.py::test two words - assert False
                tests/a.py::test_old PASSED
                """;
        assertThat(read("parse_log_astropy", log))
                .isEqualTo(Map.of(
                        "tests/a.py::test_one", PASSED,
                        "tests/a.py::test two words", FAILED,
                        "tests/a.py::test_old", PASSED));
    }

    @Test
    void readsDjango() {
        String log = """
                test_a (app.tests.ATests) ... ok
                test_b (app.tests.ATests) ... FAIL
                test_c (app.tests.ATests) ... skipped 'no database'
                test_d (app.tests.ATests) ... ERROR
                test_e (app.tests.ATests) ... Some output in between
                ok
                FAIL: test_f (app.tests.ATests)
                """;
        assertThat(read("parse_log_django", log))
                .isEqualTo(Map.of(
                        "test_a (app.tests.ATests)", PASSED,
                        "test_b (app.tests.ATests)", FAILED,
                        "test_c (app.tests.ATests)", SKIPPED,
                        "test_d (app.tests.ATests)", ERROR,
                        "test_e (app.tests.ATests)", PASSED,
                        "test_f", FAILED));
    }

    @Test
    void readsSympy() {
        String log = """
                sympy/core/tests/test_a.py[3]
                test_one ok
                test_two F
                test_three E
                ______ sympy/core/tests/test_a.py:test_two ______
                """;
        assertThat(read("parse_log_sympy", log))
                .isEqualTo(Map.of(
                        "sympy/core/tests/test_a.py:test_two", FAILED,
                        "test_one", PASSED,
                        "test_two", FAILED,
                        "test_three", ERROR));
    }

    @Test
    void readsSeabornAndMatplotlib() {
        assertThat(read("parse_log_seaborn", "tests/a.py::t PASSED [ 50%]\nFAILED tests/a.py::u - x\n"))
                .isEqualTo(Map.of("tests/a.py::t", PASSED, "tests/a.py::u", FAILED));
        assertThat(read("parse_log_matplotlib", "PASSED a.py::t[MouseButton.LEFT]\n"))
                .isEqualTo(Map.of("a.py::t[1]", PASSED));
    }

    @Test
    void readsMavenStartedOncePerTest() {
        String log = """
                + mvn -q test -Dtest=com.example.ATest#one
                [INFO] BUILD SUCCESS
                + mvn -q test -Dtest=com.example.ATest#two
                + mvn -q test -Dtest=com.example.ATest#three
                [INFO] BUILD FAILURE
                [INFO] BUILD SUCCESS
                """;
        assertThat(read("parse_log_maven", log))
                .isEqualTo(Map.of(
                        "com.example.ATest#one", PASSED,
                        "com.example.ATest#two", FAILED,
                        "com.example.ATest#three", PASSED));
    }

    @Test
    void readsGradleWithOutputBetween() {
        String log = """
                com.example.ATest > one PASSED
                com.example.ATest > two
                WARNING: something
                FAILED
                > Task :test FAILED
                """;
        assertThat(read("parse_log_gradle_custom", log))
                .isEqualTo(Map.of("com.example.ATest > one", PASSED, "com.example.ATest > two", FAILED));
    }

    @Test
    void readsRunnersOfOtherLanguages() {
        assertThat(read("parse_log_gotest", "=== RUN TestA\n    --- FAIL: TestA/sub (0.00s)\n--- PASS: TestB (0.1s)\n"))
                .isEqualTo(Map.of("TestA/sub", FAILED, "TestB", PASSED));
        assertThat(read("parse_log_cargo", "test a::b ... ok\ntest a::c ... FAILED\ntest a::d ... ignored\n"))
                .isEqualTo(Map.of("a::b", PASSED, "a::c", FAILED));
        assertThat(read("parse_log_jest", "  ✓ adds (3 ms)\n  ✕ fails\n  ○ skipped later\n"))
                .isEqualTo(Map.of("adds", PASSED, "fails", FAILED, "skipped later", SKIPPED));
        assertThat(read("parse_log_vitest", " ✓ a.ts > adds 3ms\n × a.ts > fails\n ↓ a.ts > no [skipped]\n"))
                .isEqualTo(Map.of("a.ts > adds", PASSED, "a.ts > fails", FAILED, "a.ts > no", SKIPPED));
        assertThat(read("parse_log_tap", "ok 1 adds\nnot ok 2 fails\n"))
                .isEqualTo(Map.of("adds", PASSED, "fails", FAILED));
        assertThat(read("parse_log_phpunit", "Foo Bar (Tests\\FooBar)\n ✔ Adds\n ✘ Fails\n"))
                .isEqualTo(Map.of("Foo Bar > Adds", PASSED, "Foo Bar > Fails", FAILED));
        assertThat(read("parse_log_redis", "[ok]: SET works (2 ms)\n[err]: GET fails in tests/unit/a.tcl\n"))
                .isEqualTo(Map.of("SET works", PASSED, "GET fails", FAILED));
        assertThat(read("parse_log_ant", "    [junit] [PASS] a.b.C\n    [junit] [ERR] a.b.D\n"))
                .isEqualTo(Map.of("a.b.C", PASSED, "a.b.D", FAILED));
    }

    @Test
    void namesEveryParserOfTheRegistry() {
        assertThat(LogParsers.named("parse_log_nothing")).isEmpty();
        assertThat(LogParsers.names()).hasSize(57).contains("parse_log_pytest", "parse_log_karma");
    }

    static Iterable<String> everyParser() {
        return LogParsers.names();
    }

    @ParameterizedTest
    @MethodSource("everyParser")
    void readsHostileLogInBoundedTime(String name) {
        String spaces = " ".repeat(1 << 20);
        String log = spaces + "\n" + "(".repeat(30_000) + "\nPASSED " + spaces + "\n" + "=".repeat(1 << 18) + "\n"
                + "a ... ".repeat(20_000);
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> read(name, log));
    }

    @ParameterizedTest
    @MethodSource("everyParser")
    void readsHostileOutlineInBoundedTime(String name) {
        String starts = "x ./node_modules/.bin/jest x xvfb-run \nrunning 1 test files\nStarting browser\n";
        StringBuilder log = new StringBuilder(starts);
        for (int depth = 1; depth < 1_000; depth++) {
            log.append(" ".repeat(depth))
                    .append("suite ")
                    .append("s".repeat(depth))
                    .append('\n');
        }
        log.append("      ✓ a\n      ✔ a\n      ✗ b\n      1) a\n[unit] /tmp/a/\n<a><b>\n".repeat(10_000));
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> read(name, log.toString()));
    }

    private static Map<String, TestStatus> read(String parser, String log) {
        Map<String, TestStatus> statuses = new LinkedHashMap<>();
        LogParsers.named(parser)
                .orElseThrow()
                .parse(RawReport.ofLog(log))
                .statuses()
                .forEach((TestId id, TestStatus status) -> statuses.put(id.value(), status));
        return statuses;
    }
}
