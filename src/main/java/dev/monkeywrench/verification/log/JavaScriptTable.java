package dev.monkeywrench.verification.log;

import static dev.monkeywrench.verification.TestStatus.FAILED;
import static dev.monkeywrench.verification.TestStatus.PASSED;
import static dev.monkeywrench.verification.TestStatus.SKIPPED;

import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The registry's names for runners of JavaScript and the grammars behind them. */
final class JavaScriptTable {

    private static final Map<String, TestStatus> PASS_FAIL = Map.of("PASS", PASSED, "FAIL", FAILED);

    private JavaScriptTable() {}

    static void addTo(Map<String, LogGrammar> table) {
        addJest(table);
        addMocha(table);
        addOutlines(table);
        addFailuresOnly(table);
        table.put("parse_log_karma", new KarmaGrammar());
        table.put("parse_log_p5js", new P5Grammar());
        table.put("parse_log_quarto_cli", new QuartoGrammar());
        table.put(
                "parse_log_tap",
                LineGrammar.of(Map.of("ok", PASSED, "not ok", FAILED), "^(?P<status>ok|not ok) \\d+ (?P<name>.+)$"));
    }

    private static void addJest(Map<String, LogGrammar> table) {
        LogGrammar jest = LineGrammar.of(
                        Map.of("✓", PASSED, "✕", FAILED, "○", SKIPPED),
                        "^\\s*(?P<status>✓|✕|○)\\s(?P<name>.+?)(?:\\s\\(\\d+\\s*m?s\\))?$")
                .naming(Words::strip);
        LogGrammar jestJson = LineGrammar.of(
                Map.of("PASSED", PASSED, "FAILED", FAILED), "^\\[(?P<status>PASSED|FAILED)\\]\\s(?P<name>.+)$");
        table.put("parse_log_jest", jest);
        table.put("parse_log_jest_json", jestJson);
        table.put("parse_log_immutable_js", jestJson.orElse(jest));
        table.put(
                "parse_log_vitest",
                LineGrammar.of(
                        Map.of("✓", PASSED, "×", FAILED, "↓", SKIPPED),
                        "^\\s*(?P<status>✓|×|↓)\\s(?P<name>.+?)(?:\\s(?:\\d+\\s*m?s?|\\[skipped\\]))?$"));
        table.put("parse_log_carbon", files());
        table.put("parse_log_react_pdf", files());
        Pattern timing = PythonPattern.compile("\\s\\([\\d.]+\\s?(?:ms|s)\\)$");
        table.put(
                "parse_log_grommet",
                TextGrammar.of(FAILED, "^FAIL\\s(?P<name>.*)")
                        .then(PASSED, "^PASS\\s(?P<name>.*)")
                        .naming(name -> timing.matcher(Words.strip(name)).replaceFirst("")));
    }

    /** Jest without names of tests: a line for each file. */
    private static LogGrammar files() {
        String file = "^(?P<status>PASS|FAIL)\\s(?P<name>.*)";
        return LineGrammar.atMargin(
                PASS_FAIL,
                file + "\\s\\([\\d.]+ms\\)",
                file + "\\s\\([\\d.]+\\ss\\)",
                file + "\\s\\([\\d.]+s\\)",
                file);
    }

    private static void addMocha(Map<String, LogGrammar> table) {
        table.put(
                "parse_log_prismjs",
                new MochaJsonGrammar()
                        .withinEach(Parts.after(literal("./node_modules/.bin/mocha tests/run.js --reporter json"))));
        String title = "\"fullTitle\":\\s\"(?P<name>.*)\",\\n";
        LogGrammar passes =
                TextGrammar.of(PASSED, title).within(Parts.untilLast("]")).within(Parts.afterLast("\"passes\": ["));
        LogGrammar failures =
                TextGrammar.of(FAILED, title).within(Parts.untilLast("],")).within(Parts.afterLast("\"failures\": ["));
        LogGrammar json =
                passes.andThen(failures).withinEach(Parts.after(literal("./node_modules/.bin/mocha --reporter json")));
        LogGrammar outline = OutlineGrammar.of(
                        OutlineGrammar.Nesting.BY_INDENT,
                        (headings, test) -> headings.over(test, " - "),
                        TextGrammar.of(PASSED, "^\\s*✔\\s(?P<name>.*)\\s\\(\\d+m+s\\)", "^\\s*✔\\s(?P<name>.*\\S)\\s*$")
                                .then(
                                        FAILED,
                                        "^\\s*\\d+\\)\\s(?P<name>.*)\\s\\(\\d+m+s\\)",
                                        "^\\s*\\d+\\)\\s(?P<name>.*\\S)\\s*$"))
                .within(Words::strip)
                .within(Parts.until(PythonPattern.compile("\\d+\\spassing")))
                .withinEach(Parts.after(PythonPattern.compile("running\\s\\d+\\stest\\sfiles")));
        table.put("parse_log_lighthouse", outline.orElse(json).orElse(files()));
        Pattern timing = PythonPattern.compile("\\(\\d+ms\\)");
        table.put(
                "parse_log_highlightjs",
                OutlineGrammar.of(
                                OutlineGrammar.Nesting.LAST,
                                (headings, test) -> headings.over(
                                        Words.strip(timing.matcher(test).replaceAll("")), "."),
                                TextGrammar.of(PASSED, "^\\s*[✓✔](?P<name>.*)$")
                                        .then(FAILED, "^\\s*\\d+\\)(?P<name>.*)$"))
                        .within(Parts.until(PythonPattern.compile("\\n[ \\t]*\\d+ passing"))));
    }

    private static void addOutlines(Map<String, LogGrammar> table) {
        LogGrammar calypso = OutlineGrammar.of(
                        OutlineGrammar.Nesting.BY_INDENT,
                        (headings, test) -> Words.strip(headings.joined(" - ") + " - " + test),
                        TextGrammar.of(PASSED, "^\\s+✓\\s(?P<name>.*)\\(\\d+ms\\)$", "^\\s+✓\\s(?P<name>.*)")
                                .then(FAILED, "^\\s+✕\\s(?P<name>.*)\\(\\d+ms\\)$", "^\\s+✕\\s(?P<name>.*)"))
                .within(Parts.joined(
                        Parts.after(literal(" ./node_modules/.bin/jest ")),
                        Parts.until(PythonPattern.ofLines("^(?:Test Suites|  ● )"))));
        table.put("parse_log_calypso", calypso);
        UnaryOperator<String> browser = log -> Parts.until(PythonPattern.ofLines("^TOTAL"))
                .apply(Parts.afterLast("Starting browser Chrome").apply(log));
        Pattern noise = PythonPattern.compile("^\\s*(?:ERROR|LOG|WARN|Check|in)");
        Pattern assertion = PythonPattern.compile("AssertionError:\\s+#(?s:.*?)\\n\\n");
        LogGrammar karma = OutlineGrammar.of(
                        OutlineGrammar.Nesting.BY_INDENT,
                        (headings, test) -> headings.over(test, " - "),
                        TextGrammar.of(FAILED, "^.*?✗\\s*(?P<name>.*)").then(PASSED, "^.*?✓\\s*(?P<name>.*)"))
                .ignoring(line -> noise.matcher(line).find())
                .within(Parts.joined(Parts.after(literal(" xvfb-run ")), browser))
                .within(log -> assertion.matcher(Parts.plain(log)).replaceAll(""));
        LogGrammar cypress = new SuiteGrammar(
                PythonPattern.compile("Running:.*\\)\\n{3}\\s{2}(?P<name>.*)\\n"),
                TextGrammar.of(FAILED, "^\\s{4}\\d+\\)\\s(?P<name>.*)").then(PASSED, "^\\s{4}✓\\s(?P<name>.*)\\("));
        table.put("parse_log_next", karma.orElse(cypress));
    }

    private static void addFailuresOnly(Map<String, LogGrammar> table) {
        table.put(
                "parse_log_chart_js",
                TextGrammar.of(FAILED, "Chrome\\s[\\d.]+[^\\S\\r\\n]\\(.+?\\)[^\\S\\r\\n](?P<name>.*)FAILED$")
                        .within(Parts::plain));
        table.put(
                "parse_log_marked",
                TextGrammar.of(FAILED, "^\\d+\\)[^\\S\\r\\n](?P<name>.*)").naming(Words::strip));
        table.put(
                "parse_log_bpmn_js",
                TextGrammar.of(
                        FAILED,
                        "2KPhantomJS\\s[\\d.]+\\s\\(Linux\\s[\\d.]+\\)\\s(?P<name>.*)FAILED\\n",
                        "2KPhantomJS\\s[\\d.]+\\s\\(Linux\\sx86_64\\)\\s(?P<name>.*)FAILED\\n",
                        "Chrome\\sHeadless\\s.*\\s\\(Linux\\sx86_64\\)\\s(?P<name>.*)FAILED\\n",
                        "HeadlessChrome\\s[\\d.]+\\s\\(Linux\\s[\\d.]+\\)\\s(?P<name>.*)FAILED\\n"));
        table.put(
                "parse_log_eslint",
                TextGrammar.of(FAILED, "\\s{2}\\d+\\)(?P<name>(?s:.*?))\\s+(?:.*Error)")
                        .folding());
        table.put(
                "parse_log_openlayers",
                TextGrammar.of(
                                FAILED,
                                "Chrome\\sHeadless\\s[\\d.]+\\s\\(Linux\\s\\S+\\)\\s(?P<name>.*)\\sFAILED\\n",
                                "Chrome\\s[\\d.]+\\s\\(Linux\\s\\S+\\)\\s(?P<name>.*)FAILED\\n",
                                "^\\s{2}\\d+\\)(?P<name>(?s:.*?))Error:",
                                "^case\\s(?P<name>.*):\\smismatch")
                        .folding());
    }

    private static Pattern literal(String text) {
        return Pattern.compile(Pattern.quote(text));
    }
}
