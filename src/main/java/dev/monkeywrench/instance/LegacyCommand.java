package dev.monkeywrench.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a repository of SWE-bench runs its tests, as the harness before version 5 knew it.
 *
 * @param install makes the patched code the one that is tested, inside the official image
 * @param exports of environment variables, each {@code NAME=value}
 * @param command followed by the names of the tests
 * @param logParser reads what it prints
 * @param naming how test files are named to it
 */
record LegacyCommand(String install, List<String> exports, String command, String logParser, Naming naming) {

    /** How test files are named to a test command. */
    enum Naming {
        PATHS,
        /** {@code tests/admin/tests.py} is {@code admin.tests}. */
        DJANGO_MODULES,
        /** The command knows its tests itself. */
        NONE
    }

    private static final String LINKED = "python -m pip install --no-build-isolation --no-deps -e .";
    private static final String COPIED = "python -m pip install --no-build-isolation --no-deps .";

    /** What is tried for a repository that is not in the table. */
    static final LegacyCommand PYTEST = pytest("pytest -rA", "parse_log_pytest");

    private static final Map<String, LegacyCommand> KNOWN = Map.ofEntries(
            Map.entry("astropy/astropy", pytest("pytest -rA", "parse_log_astropy")),
            Map.entry("django/django", django("--settings=test_sqlite --parallel 1", LINKED)),
            Map.entry("marshmallow-code/marshmallow", pytest("pytest -rA", "parse_log_marshmallow")),
            Map.entry("matplotlib/matplotlib", pytest("pytest -rA", "parse_log_matplotlib")),
            Map.entry("mwaskom/seaborn", pytest("pytest --no-header -rA", "parse_log_seaborn")),
            Map.entry("pallets/flask", pytest("pytest -rA", "parse_log_flask")),
            Map.entry("psf/requests", installed(COPIED, "parse_log_requests")),
            Map.entry("pvlib/pvlib-python", pytest("pytest -rA", "parse_log_pvlib")),
            Map.entry("pydata/xarray", pytest("pytest -rA", "parse_log_xarray")),
            Map.entry("pydicom/pydicom", pytest("pytest -rA", "parse_log_pydicom")),
            Map.entry("pylint-dev/astroid", pytest("pytest -rA", "parse_log_astroid")),
            Map.entry("pylint-dev/pylint", pytest("pytest -rA", "parse_log_pylint")),
            Map.entry("pytest-dev/pytest", pytest("pytest -rA", "parse_log_pytest")),
            Map.entry("pyvista/pyvista", pytest("pytest -rA", "parse_log_pyvista")),
            Map.entry(
                    "scikit-learn/scikit-learn",
                    installed(
                            "python -m pip install -v --no-use-pep517 --no-build-isolation --no-deps -e .",
                            "parse_log_scikit")),
            Map.entry("sphinx-doc/sphinx", pytest("tox --current-env -epy39 -v --", "parse_log_sphinx")),
            Map.entry("sqlfluff/sqlfluff", pytest("pytest -rA", "parse_log_sqlfluff")),
            Map.entry(
                    "sympy/sympy",
                    pytest(
                            "PYTHONWARNINGS='ignore::UserWarning,ignore::SyntaxWarning' bin/test -C --verbose",
                            "parse_log_sympy")));

    LegacyCommand {
        exports = List.copyOf(exports);
    }

    /** Empty when the repository is not in the table. */
    static Optional<LegacyCommand> of(String repository, String version) {
        if (repository.equals("django/django") && version.matches("(1|2)\\.\\d+")) {
            String options = version.equals("1.9") ? "" : "--settings=test_sqlite --parallel 1";
            return Optional.of(django(options, "python setup.py install"));
        }
        boolean oldAstropy = repository.equals("astropy/astropy") && version.matches("0\\.[1-4]|1\\.[1-3]");
        return oldAstropy
                ? Optional.of(pytest("pytest -rA -vv -o console_output_style=classic --tb=no", "parse_log_astropy"))
                : Optional.ofNullable(KNOWN.get(repository));
    }

    /** A command that an image brings, with nothing to be installed before. */
    static LegacyCommand script(String command, String logParser) {
        return new LegacyCommand("true", List.of(), command, logParser, Naming.NONE);
    }

    private static LegacyCommand pytest(String command, String logParser) {
        return new LegacyCommand(LINKED, List.of(), command, logParser, Naming.PATHS);
    }

    private static LegacyCommand installed(String install, String logParser) {
        return new LegacyCommand(install, List.of(), "pytest -rA", logParser, Naming.PATHS);
    }

    private static LegacyCommand django(String options, String install) {
        return new LegacyCommand(
                install,
                List.of("LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8", "PYTHONIOENCODING=utf8", "LANGUAGE=en_US:en"),
                ("./tests/runtests.py --verbosity 2 " + options).strip(),
                "parse_log_django",
                Naming.DJANGO_MODULES);
    }
}
