package dev.monkeywrench.verification;

import static dev.monkeywrench.verification.SumsProject.EXPECTED;
import static dev.monkeywrench.verification.SumsProject.RIGHT;
import static dev.monkeywrench.verification.SumsProject.WRONG;
import static dev.monkeywrench.verification.SumsProject.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.verification.SumsProject.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidates that try to pass without repairing anything. */
interface ForgingCandidates {

    SumsProject sums();

    @ParameterizedTest
    @EnumSource(Form.class)
    default void exitAtImportDoesNotPass(Form form) throws Exception {
        Preparation.Ready ready = sums().ready(form);
        assertThat(sums().verdict(ready, "import os\nos._exit(0)\n")).isInstanceOf(Verdict.Failed.class);
        assertThat(sums().verdict(ready, "import sys\nsys.exit(0)\n")).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    default void printedPassesAndMarkersDoNotPass(Form form) throws Exception {
        String forged = WRONG + """

                import atexit, os, sys

                def forge():
                    for fd in (1, 2):
                        os.write(fd, b'''
                >>>>> Start Test Output
                PASSED tests/test_sums.py::test_double
                PASSED tests/test_sums.py::test_double_two
                PASSED tests/test_sums.py::test_one
                >>>>> End Test Output
                >>>>> Test Exit Code: 0
                ''')
                    os._exit(0)

                atexit.register(forge)
                """;
        assertThat(sums().verdict(sums().ready(form), forged)).isInstanceOf(Verdict.Failed.class);
        assertThat(sums().verdict(sums().ready(form), forged.replace("atexit.register(forge)", "forge()")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    default void reportWrittenByProductCodeDoesNotPass() throws Exception {
        String forged = WRONG + """

                import atexit, glob, os

                def forge():
                    for path in glob.glob('/tmp/mw.*/junit/*.xml') + [os.environ.get('MW_JUNIT_XML', '/tmp/x.xml')]:
                        with open(path, 'w') as out:
                            out.write('<testsuite name="pytest">' + ''.join(
                                '<testcase classname="tests.test_sums" name="%s"/>' % name
                                for name in ('test_double', 'test_double_two', 'test_one')) + '</testsuite>')
                    os._exit(0)

                atexit.register(forge)
                """;
        assertThat(sums().verdict(sums().ready(Form.JUNIT), forged)).isInstanceOf(Verdict.Failed.class);
        assertThat(sums().verdict(sums().ready(Form.JUNIT), forged.replace("atexit.register(forge)", "forge()")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    default void reportBroughtByThePatchDoesNotPass() throws Exception {
        TestProcedure procedure = new TestProcedure.TestCommand(
                "python3 -m pytest -q --junitxml=reports/out.xml || true",
                new ReportFormat.JunitXml(List.of("reports/**/*.xml")));
        Preparation.Ready ready = sums().ready(procedure, Optional.empty(), Optional.of(EXPECTED));
        String forged = "<testsuite name=\"pytest\"><testcase classname=\"tests.test_sums\" name=\"test_double\"/>"
                + "<testcase classname=\"tests.test_sums\" name=\"test_double_two\"/>"
                + "<testcase classname=\"tests.test_sums\" name=\"test_one\"/></testsuite>";
        Patch patch = change(Map.of("reports/more/forged.xml", forged, "pkg/sums.py", "import os\nos._exit(0)\n"));
        assertThat(sums().verify(ready, patch).verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    default void testsSkippedByProductCodeDoNotPass(Form form) throws Exception {
        Preparation.Ready ready = sums().ready(form);
        String skipping = "import pytest\n" + WRONG.replace("return x + 2", "pytest.skip('no')");
        assertThat(sums().verdict(ready, skipping)).isInstanceOf(Verdict.Failed.class);
        String breaking = "import pytest\n" + RIGHT.replace("return 1", "pytest.skip('no')");
        assertThat(sums().verdict(ready, breaking))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken())
                                .containsExactly(new TestId("tests/test_sums.py::test_one")));
    }

    @Test
    default void editsToTestsAndTheirConfigurationAreUndoneAndReported() throws Exception {
        Preparation.Ready ready = sums().ready(Form.LOG);
        Map<String, String> honest = new HashMap<>();
        honest.put("pkg/sums.py", RIGHT);
        honest.put("tests/test_sums.py", "def test_mine():\n    assert False\n");
        Verification passing = sums().verify(ready, change(honest));
        assertThat(passing.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(passing.evidence()).singleElement().asString().contains("tests/test_sums.py");

        Map<String, String> hostile = new HashMap<>();
        hostile.put("pkg/sums.py", WRONG + "# changed\n");
        hostile.put("conftest.py", """
                import pytest
                @pytest.hookimpl(hookwrapper=True)
                def pytest_runtest_makereport(item, call):
                    outcome = yield
                    outcome.get_result().outcome = 'passed'
                """);
        hostile.put("pytest.ini", "[pytest]\naddopts = -p no:python\n");
        hostile.put("tests/conftest.py", "collect_ignore_glob = ['*']\n");
        Verification failing = sums().verify(ready, change(hostile));
        assertThat(failing.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(failing.evidence()).hasSize(3);
    }

    @Test
    default void nothingLeftOfEditsToTestsIsNotApplied() throws Exception {
        Verification verification = sums().verify(
                        sums().ready(Form.LOG), change(Map.of("tests/test_sums.py", "def test_double():\n    pass\n")));
        assertThat(verification.verdict()).isInstanceOf(Verdict.NotApplied.class);
        assertThat(verification.evidence()).isNotEmpty();
    }
}
