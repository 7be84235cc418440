package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import java.util.List;
import java.util.Map;

/** The projects that are attacked. */
enum Language {
    PYTHON,
    /** The same, where the log is believed. */
    PYTHON_BY_LOG,
    JAVA;

    Map<String, String> files() {
        return switch (this) {
            case PYTHON, PYTHON_BY_LOG -> PythonProject.FILES;
            case JAVA -> JavaProject.FILES;
        };
    }

    ExpectedTests expected() {
        return switch (this) {
            case PYTHON, PYTHON_BY_LOG -> PythonProject.EXPECTED;
            case JAVA -> JavaProject.EXPECTED;
        };
    }

    TestProcedure procedure() {
        return switch (this) {
            case PYTHON -> new TestProcedure.TestCommand("python3 -m pytest -q", new ReportFormat.JunitXml(List.of()));
            case PYTHON_BY_LOG ->
                new TestProcedure.TestCommand("python3 -m pytest -rA", new ReportFormat.Log("parse_log_pytest"));
            case JAVA ->
                new TestProcedure.TestCommand("/opt/monkeywrench/bin/junit-run", new ReportFormat.JunitXml(List.of()));
        };
    }

    Adversary right() {
        return honest(
                "is right",
                Fate.PASSED,
                switch (this) {
                    case PYTHON, PYTHON_BY_LOG -> Map.of(PythonProject.MODULE, PythonProject.RIGHT);
                    case JAVA -> Map.of(JavaProject.CLASS, JavaProject.RIGHT);
                });
    }

    Adversary wrong() {
        return honest(
                "is wrong",
                Fate.FAILED,
                switch (this) {
                    case PYTHON, PYTHON_BY_LOG -> Map.of(PythonProject.MODULE, PythonProject.WRONG + "# changed\n");
                    case JAVA -> Map.of(JavaProject.CLASS, JavaProject.WRONG + "// changed\n");
                });
    }

    private Adversary honest(String name, Fate fate, Map<String, String> changes) {
        return new Adversary(this, "honest", name, changes, fate);
    }
}
