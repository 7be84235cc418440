package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of SWE-bench 5's registry and the grammars behind them. */
final class LogTable {

    private static final Map<String, TestStatus> PASS_FAIL =
            Map.of("PASS", TestStatus.PASSED, "FAIL", TestStatus.FAILED, "SKIP", TestStatus.SKIPPED);
    private static final Map<String, TestStatus> LETTERS =
            Map.of(".", TestStatus.PASSED, "F", TestStatus.FAILED, "E", TestStatus.FAILED, "O", TestStatus.SKIPPED);

    static final SortedMap<String, LogGrammar> GRAMMARS = table();

    private LogTable() {}

    private static SortedMap<String, LogGrammar> table() {
        SortedMap<String, LogGrammar> table = new TreeMap<>();
        addPython(table);
        addJvmAndCompiled(table);
        JavaScriptTable.addTo(table);
        addPhpAndRuby(table);
        return Collections.unmodifiableSortedMap(table);
    }

    private static void addPython(Map<String, LogGrammar> table) {
        for (String name :
                List.of("pytest", "astroid", "flask", "marshmallow", "pvlib", "pyvista", "sqlfluff", "xarray")) {
            table.put("parse_log_" + name, PytestGrammar.plain());
        }
        for (String name : List.of("pytest_options", "pydicom", "requests", "pylint")) {
            table.put("parse_log_" + name, PytestGrammar.withOptions());
        }
        for (String name : List.of("pytest_v2", "astropy", "scikit", "sphinx")) {
            table.put("parse_log_" + name, new ColouredPytestGrammar());
        }
        table.put("parse_log_matplotlib", PytestGrammar.ofMatplotlib());
        table.put("parse_log_django", new DjangoGrammar());
        table.put("parse_log_seaborn", new SeabornGrammar());
        table.put("parse_log_sympy", new SympyGrammar());
    }

    private static void addJvmAndCompiled(Map<String, LogGrammar> table) {
        table.put("parse_log_maven", new MavenGrammar());
        table.put("parse_log_gradle_custom", new GradleGrammar());
        Map<String, TestStatus> ant =
                Map.of("PASS", TestStatus.PASSED, "FAIL", TestStatus.FAILED, "ERR", TestStatus.FAILED);
        table.put(
                "parse_log_ant",
                LineGrammar.of(ant, "^\\s*\\[junit\\]\\s+\\[(?P<status>PASS|FAIL|ERR)\\]\\s+(?P<name>.*)$"));
        table.put(
                "parse_log_gotest",
                LineGrammar.of(PASS_FAIL, "^--- (?P<status>PASS|FAIL|SKIP): (?P<name>.+) \\(.+\\)$"));
        Map<String, TestStatus> cargo = Map.of("ok", TestStatus.PASSED, "FAILED", TestStatus.FAILED);
        table.put(
                "parse_log_cargo", LineGrammar.of(cargo, "^test\\s+(?P<name>\\S+)\\s+\\.\\.\\.\\s+(?P<status>\\w+)$"));
        table.put("parse_log_doctest", new DoctestGrammar());
        Map<String, TestStatus> redis = Map.of(
                "ok", TestStatus.PASSED,
                "err", TestStatus.FAILED,
                "skip", TestStatus.SKIPPED,
                "ignore", TestStatus.SKIPPED);
        table.put(
                "parse_log_redis",
                LineGrammar.of(
                        redis,
                        "^\\[(?P<status>err)\\]:\\s(?P<name>.+?)(?:\\s+in\\s+\\S+)?\\s\\(\\d+\\s*m?s\\)$",
                        "^\\[(?P<status>err)\\]:\\s(?P<name>.+?)(?:\\s+in\\s+\\S+)?$",
                        "^\\[(?P<status>ok|skip|ignore)\\]:\\s(?P<name>.+?)(?:\\s\\(\\d+\\s*m?s\\))?$"));
        table.put("parse_log_jq", LineGrammar.of(PASS_FAIL, "^\\s*(?P<status>PASS|FAIL):\\s(?P<name>.+)$"));
        Map<String, TestStatus> micropython =
                Map.of("pass", TestStatus.PASSED, "FAIL", TestStatus.FAILED, "skip", TestStatus.SKIPPED);
        table.put(
                "parse_log_micropython_test",
                LineGrammar.of(micropython, "^(?P<status>pass|FAIL|skip)\\s+(?P<name>.+)$"));
        Map<String, TestStatus> google = Map.of("OK", TestStatus.PASSED, "FAILED", TestStatus.FAILED);
        table.put(
                "parse_log_googletest",
                LineGrammar.of(google, "^.*\\[\\s*(?P<status>OK|FAILED)\\s*\\]\\s(?P<name>.*)\\s\\(.*\\)$"));
    }

    private static void addPhpAndRuby(Map<String, LogGrammar> table) {
        table.put("parse_log_phpunit", new PhpunitGrammar());
        LogGrammar minitest = LineGrammar.of(LETTERS, "^(?P<name>.+)\\. .*=.*(?P<status>\\.|F|E).*$");
        LogGrammar cucumber = LineGrammar.of(LETTERS, "^(?P<name>.*) \\.+(?P<status>\\.|F)");
        table.put("parse_log_minitest", minitest);
        table.put("parse_log_cucumber", cucumber);
        table.put("parse_log_jekyll", minitest.orElse(cucumber));
        table.put(
                "parse_log_ruby_unit",
                LineGrammar.of(LETTERS, "^\\s*(?:test: )?(?P<name>.+):\\s+(?P<status>\\.|E\\b|F\\b|O\\b)"));
        table.put(
                "parse_log_rspec_transformed_json",
                LineGrammar.of(
                        Map.of("passed", TestStatus.PASSED, "failed", TestStatus.FAILED),
                        "^(?P<name>.+) - (?P<status>passed|failed)"));
    }
}
