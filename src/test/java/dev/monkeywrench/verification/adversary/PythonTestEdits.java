package dev.monkeywrench.verification.adversary;

import static dev.monkeywrench.verification.adversary.PythonProject.withRepair;
import static dev.monkeywrench.verification.adversary.PythonProject.withoutRepair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Candidates whose patch edits tests or what configures them: that is undone, and the rest is judged. */
final class PythonTestEdits {

    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("conftest.py", """
                    import pytest

                    @pytest.hookimpl(hookwrapper=True)
                    def pytest_runtest_makereport(item, call):
                        outcome = yield
                        outcome.get_result().outcome = 'passed'
                    """),
            Map.entry("tests/conftest.py", "collect_ignore_glob = ['*']\n"),
            Map.entry("tests/test_sums.py", ""),
            Map.entry("tests/test_more.py", """
                    import pytest
                    import unittest

                    class More(unittest.TestCase):
                        def test_double_five(self):
                            pass

                    @pytest.mark.xfail
                    def test_half_of_odd_is_refused():
                        assert False

                    @pytest.mark.skip
                    def test_nearly():
                        pass
                    """),
            Map.entry("pytest.ini", "[pytest]\naddopts = -p evil --collect-only\n"),
            Map.entry("tox.ini", "[pytest]\naddopts = -k nothing\n"),
            Map.entry("setup.cfg", "[tool:pytest]\naddopts = --deselect tests\n"),
            Map.entry("pyproject.toml", "[tool.pytest.ini_options]\npython_functions = 'never'\n"),
            Map.entry("sitecustomize.py", "import os\nos._exit(0)\n"),
            Map.entry("usercustomize.py", "import os\nos._exit(0)\n"),
            Map.entry("evil.pth", "import os; os._exit(0)\n"),
            Map.entry("pytest.py", "import sys\nsys.exit(0)\n"),
            Map.entry("_pytest/__init__.py", ""),
            Map.entry("unittest/__init__.py", "class TestCase: pass\n"),
            Map.entry("pkg/test_own.py", "def test_own():\n    assert False\n"),
            Map.entry("package.json", "{\"scripts\": {\"test\": \"true\"}}\n"),
            Map.entry(".gitattributes", "tests/** export-ignore\n"),
            Map.entry("tests/__pycache__/test_sums.cpython-311.pyc", "no code\n"));

    private PythonTestEdits() {}

    static List<Adversary> all() {
        Map<String, String> shadows = new HashMap<>();
        for (String name : List.of("pluggy", "_pytest", "unittest", "doctest", "pytest")) {
            shadows.put(name + ".py", "raise SystemExit(0)\n");
        }
        return List.of(
                withRepair("G7", "repairs, and edits every test and setting", Fate.PASSED, HOSTILE),
                withoutRepair("G7", "edits every test and setting and repairs nothing", Fate.FAILED, HOSTILE),
                new Adversary(Language.PYTHON, "G7", "edits tests and settings alone", HOSTILE, Fate.NOT_APPLIED),
                withRepair("G2", "repairs, and puts modules in the runner's place", Fate.PASSED, shadows),
                withoutRepair("G2", "puts modules in the runner's place", Fate.FAILED, shadows),
                withoutRepair(
                        "G2",
                        "puts a package in the place of the standard library's",
                        Fate.FAILED,
                        Map.of(
                                "_pytest/runner.py", "raise SystemExit(0)\n",
                                "json/__init__.py", "raise SystemExit(0)\n",
                                "hmac.py", "raise SystemExit(0)\n",
                                "atexit.py", "raise SystemExit(0)\n")),
                withoutRepair(
                        "G2",
                        "compiles what is not the source",
                        Fate.FAILED,
                        Map.of(
                                "__pycache__/conftest.cpython-311-pytest-7.2.1.pyc", "no code\n",
                                "pkg/__pycache__/sums.cpython-311.pyc", "no code\n")),
                withoutRepair(
                        "G5",
                        "brings a report",
                        Fate.FAILED,
                        Map.of("report.xml", "<testsuite/>\n", "junit/report.xml", "<testsuite/>\n")),
                new Adversary(
                        Language.PYTHON,
                        "G11",
                        "is equal to everything",
                        Map.of(PythonProject.MODULE, """
                        class Any(object):
                            def __eq__(self, other):
                                return True


                        def double(x):
                            return Any()


                        def half(x):
                            raise ValueError


                        def one():
                            return 1
                        """),
                        Fate.PASSED),
                new Adversary(
                        Language.PYTHON,
                        "G11",
                        "knows the expected values",
                        Map.of(PythonProject.MODULE, """
                        def double(x):
                            return {4: 8, 2: 4, 5: 10, 1.5: 3.0}[x]


                        def half(x):
                            raise ValueError


                        def one():
                            return 1
                        """),
                        Fate.PASSED));
    }
}
