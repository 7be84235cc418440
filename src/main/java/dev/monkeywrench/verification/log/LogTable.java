package dev.monkeywrench.verification.log;

import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of SWE-bench 5's registry and the grammars behind them. */
final class LogTable {

    /** Named in the registry, not read here yet. */
    static final Set<String> NOT_READ = Set.of(
            "parse_log_calypso",
            "parse_log_doctest",
            "parse_log_highlightjs",
            "parse_log_karma",
            "parse_log_lighthouse",
            "parse_log_next",
            "parse_log_p5js",
            "parse_log_prismjs",
            "parse_log_quarto_cli");

    private static final Map<String, TestStatus> PASS_FAIL =
            Map.of("PASS", TestStatus.PASSED, "FAIL", TestStatus.FAILED, "SKIP", TestStatus.SKIPPED);
    private static final Map<String, TestStatus> LETTERS =
            Map.of(".", TestStatus.PASSED, "F", TestStatus.FAILED, "E", TestStatus.FAILED, "O", TestStatus.SKIPPED);
    private static final String TIMED = "^(?P<status>PASS|FAIL)\\s(?P<name>.*)\\s\\([\\d.]+(?:ms|\\ss|s)\\)";
    private static final Pattern TIMING = Pattern.compile("\\s\\([\\d.]+\\s?(?:ms|s)\\)$");
    private static final String UNTIMED = "^(?P<status>PASS|FAIL)\\s(?P<name>.*)";

    static final SortedMap<String, LogGrammar> GRAMMARS = table();

    private LogTable() {}

    private static SortedMap<String, LogGrammar> table() {
        SortedMap<String, LogGrammar> table = new TreeMap<>();
        addPython(table);
        addJvmAndCompiled(table);
        addJavaScript(table);
        addPhpAndRuby(table);
        addFailuresOnly(table);
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
        Map<String, TestStatus> redis = Map.of(
                "ok", TestStatus.PASSED,
                "err", TestStatus.FAILED,
                "skip", TestStatus.SKIPPED,
                "ignore", TestStatus.SKIPPED);
        table.put(
                "parse_log_redis",
                LineGrammar.of(
                        redis,
                        "^\\[(?P<status>err)\\]:\\s(?P<name>.+?)(?:\\s+in\\s+\\S+)?(?:\\s\\(\\d+\\s*m?s\\))?$",
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

    private static void addJavaScript(Map<String, LogGrammar> table) {
        LogGrammar jest = LineGrammar.of(
                        Map.of("✓", TestStatus.PASSED, "✕", TestStatus.FAILED, "○", TestStatus.SKIPPED),
                        "^\\s*(?P<status>✓|✕|○)\\s(?P<name>.+?)(?:\\s\\(\\d+\\s*m?s\\))?$")
                .naming(String::strip);
        LogGrammar jestJson = LineGrammar.of(
                Map.of("PASSED", TestStatus.PASSED, "FAILED", TestStatus.FAILED),
                "^\\[(?P<status>PASSED|FAILED)\\]\\s(?P<name>.+)$");
        table.put("parse_log_jest", jest);
        table.put("parse_log_jest_json", jestJson);
        table.put("parse_log_immutable_js", firstThatReads(jestJson, jest));
        table.put(
                "parse_log_vitest",
                LineGrammar.of(
                        Map.of("✓", TestStatus.PASSED, "×", TestStatus.FAILED, "↓", TestStatus.SKIPPED),
                        "^\\s*(?P<status>✓|×|↓)\\s(?P<name>.+?)(?:\\s(?:\\d+\\s*m?s?|\\[skipped\\]))?$"));
        table.put(
                "parse_log_tap",
                LineGrammar.of(
                        Map.of("ok", TestStatus.PASSED, "not ok", TestStatus.FAILED),
                        "^(?P<status>ok|not ok) \\d+ (?P<name>.+)$"));
        table.put("parse_log_carbon", LineGrammar.atMargin(PASS_FAIL, TIMED, UNTIMED));
        table.put("parse_log_react_pdf", LineGrammar.atMargin(PASS_FAIL, TIMED, UNTIMED));
        table.put(
                "parse_log_grommet",
                LineGrammar.atMargin(PASS_FAIL, UNTIMED)
                        .naming(name -> TIMING.matcher(name.strip()).replaceFirst("")));
    }

    private static void addPhpAndRuby(Map<String, LogGrammar> table) {
        table.put("parse_log_phpunit", new PhpunitGrammar());
        LogGrammar minitest = LineGrammar.of(LETTERS, "^(?P<name>.+)\\. .*=.*(?P<status>\\.|F|E).*$");
        LogGrammar cucumber = LineGrammar.of(LETTERS, "^(?P<name>.*) \\.+(?P<status>\\.|F)");
        table.put("parse_log_minitest", minitest);
        table.put("parse_log_cucumber", cucumber);
        table.put("parse_log_jekyll", firstThatReads(minitest, cucumber));
        table.put(
                "parse_log_ruby_unit",
                LineGrammar.of(LETTERS, "^\\s*(?:test: )?(?P<name>.+):\\s+(?P<status>\\.|E\\b|F\\b|O\\b)"));
        table.put(
                "parse_log_rspec_transformed_json",
                LineGrammar.of(
                        Map.of("passed", TestStatus.PASSED, "failed", TestStatus.FAILED),
                        "^(?P<name>.+) - (?P<status>passed|failed)"));
    }

    private static void addFailuresOnly(Map<String, LogGrammar> table) {
        table.put(
                "parse_log_chart_js",
                FailureGrammar.of("Chrome\\s[\\d.]+[^\\S\\r\\n]\\(.+?\\)[^\\S\\r\\n](?P<name>.*)FAILED$"));
        table.put("parse_log_marked", FailureGrammar.folding("^\\d+\\)\\s(?P<name>.*)"));
        table.put(
                "parse_log_bpmn_js",
                FailureGrammar.of(
                        "2KPhantomJS\\s[\\d.]+\\s\\(Linux\\s[\\d.]+\\)\\s(?P<name>.*)FAILED\\n",
                        "2KPhantomJS\\s[\\d.]+\\s\\(Linux\\sx86_64\\)\\s(?P<name>.*)FAILED\\n",
                        "Chrome\\sHeadless\\s.*\\s\\(Linux\\sx86_64\\)\\s(?P<name>.*)FAILED\\n",
                        "HeadlessChrome\\s[\\d.]+\\s\\(Linux\\s[\\d.]+\\)\\s(?P<name>.*)FAILED\\n"));
        table.put("parse_log_eslint", FailureGrammar.folding("\\s{2}\\d+\\)(?P<name>[\\s\\S]*?)\\s+(?:.*Error)"));
        table.put(
                "parse_log_openlayers",
                FailureGrammar.folding(
                        "Chrome\\sHeadless\\s[\\d.]+\\s\\(Linux\\s[\\d._\\S]+\\)\\s(?P<name>.*)\\sFAILED\\n",
                        "Chrome\\s[\\d.]+\\s\\(Linux\\s[\\d._\\S]+\\)\\s(?P<name>.*)FAILED\\n",
                        "^\\s{2}\\d+\\)(?P<name>[\\s\\S]*?)Error:",
                        "^case\\s(?P<name>.*):\\smismatch"));
    }

    /** Two runners under one name: whichever the log is of. */
    private static LogGrammar firstThatReads(LogGrammar first, LogGrammar second) {
        return (log, statuses) -> {
            first.read(log, statuses);
            if (statuses.isEmpty()) {
                second.read(log, statuses);
            }
        };
    }
}
