package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small project with a fault, in Python. */
final class PythonProject {

    static final String MODULE = "pkg/sums.py";
    static final String WRONG = """
            def double(x):
                return x + 2


            def half(x):
                return x // 2


            def one():
                return 1
            """;
    static final String RIGHT = WRONG.replace("x + 2", "x * 2")
            .replace("    return x // 2", """
                if x % 2:
                    raise ValueError(x)
                return x // 2""".indent(4).stripTrailing());

    static final String TESTS = """
            from pkg.sums import double, one


            def test_double():
                assert double(4) == 8


            def test_double_two():
                assert double(2) == 4


            def test_one():
                assert one() == 1
            """;
    private static final String MORE_TESTS = """
            import unittest

            import pytest

            from pkg.sums import double, half


            class More(unittest.TestCase):
                def test_double_five(self):
                    self.assertEqual(double(5), 10)


            def test_half_of_odd_is_refused():
                with pytest.raises(ValueError):
                    half(3)


            def test_nearly():
                assert double(1.5) == pytest.approx(3.0)
            """;

    static final Map<String, String> FILES = Map.of(
            "pkg/__init__.py",
            "# sums\n",
            MODULE,
            WRONG,
            "tests/test_sums.py",
            TESTS,
            "tests/test_more.py",
            MORE_TESTS,
            "conftest.py",
            "import pkg\n",
            "setup.cfg",
            "[metadata]\nname = sums\n",
            "pyproject.toml",
            "[project]\nname = \"sums\"\n");

    static final ExpectedTests EXPECTED = new ExpectedTests(
            List.of(
                    new TestId("tests/test_sums.py::test_double"),
                    new TestId("tests/test_more.py::More::test_double_five"),
                    new TestId("tests/test_more.py::test_half_of_odd_is_refused"),
                    new TestId("tests/test_more.py::test_nearly")),
            List.of(new TestId("tests/test_sums.py::test_double_two"), new TestId("tests/test_sums.py::test_one")));

    /** Functions with which a candidate claims that every test passed. */
    private static final String FORGERY = """

            import atexit, gc, glob, os, sys, threading, time

            CLAIMS = ['tests/test_sums.py::test_double', 'tests/test_sums.py::test_double_two',
                      'tests/test_sums.py::test_one', 'tests/test_more.py::More::test_double_five',
                      'tests/test_more.py::test_half_of_odd_is_refused', 'tests/test_more.py::test_nearly']

            def print_passes():
                for fd in (1, 2):
                    for place in glob.glob('/proc/*/fd/%d' % fd):
                        try:
                            out = os.open(place, os.O_WRONLY | os.O_APPEND)
                            os.write(out, ('\\n' + ''.join('PASSED %s\\n' % name for name in CLAIMS)).encode())
                            os.close(out)
                        except OSError:
                            pass

            def write_reports():
                text = '<testsuite name="pytest" tests="6" failures="0" errors="0" skipped="0">'
                for name in CLAIMS:
                    words = name.replace('.py', '').replace('/', '.').split('::')
                    text += '<testcase classname="%s" name="%s"/>' % ('.'.join(words[:-1]), words[-1])
                for folder in glob.glob('/tmp/mw.*/junit'):
                    for name in ('report.xml', 'more.xml'):
                        draft = '%s/.draft%d' % (folder, os.getpid())
                        with open(draft, 'w') as out:
                            out.write(text + '</testsuite>')
                        os.replace(draft, folder + '/' + name)

            def claim():
                print_passes()
                write_reports()

            def detached(work):
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        for fd in range(20):
                            try:
                                os.close(fd)
                            except OSError:
                                pass
                        work()
                    os._exit(0)
                os.wait()

            """;

    private PythonProject() {}

    /** The faulty module with hostile code at its end, run when it is imported. */
    static Adversary inModule(String row, String name, Fate fate, String code) {
        return new Adversary(Language.PYTHON, row, name, Map.of(MODULE, WRONG + FORGERY + code), fate);
    }

    /** The same in the package itself, which the project's conftest.py imports before any test is collected. */
    static Adversary inPackage(String row, String name, Fate fate, String code) {
        return new Adversary(Language.PYTHON, row, name, Map.of("pkg/__init__.py", FORGERY + code), fate);
    }

    /** Hostile code in place of what the first test calls. */
    static Adversary inCall(String row, String name, Fate fate, String code) {
        String body = "def double(x):\n" + code.indent(4) + "    return x + 2\n";
        return new Adversary(
                Language.PYTHON,
                row,
                name,
                Map.of(MODULE, FORGERY + WRONG.replace("def double(x):\n    return x + 2\n", body)),
                fate);
    }

    /** A right repair that brings more along. */
    static Adversary withRepair(String row, String name, Fate fate, Map<String, String> changes) {
        return with(row, name, fate, RIGHT, changes);
    }

    /** No repair, but a change to the module, and more. */
    static Adversary withoutRepair(String row, String name, Fate fate, Map<String, String> changes) {
        return with(row, name, fate, WRONG + "# changed\n", changes);
    }

    private static Adversary with(String row, String name, Fate fate, String module, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        all.put(MODULE, module);
        return new Adversary(Language.PYTHON, row, name, all, fate);
    }
}
