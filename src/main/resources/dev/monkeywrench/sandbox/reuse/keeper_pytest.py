"""What the keeper does for pytest beforehand: it imports, fills caches, and makes what depends on no candidate."""

import functools
import gc
import importlib
import inspect
import json
import linecache
import os
import shutil
import sys
import tempfile

_ROOT = "/testbed"
_MOST_SAID = 4 << 20
_WARMING = """
def test_that_fails():
    value = [1, 2]
    assert value == [1, 3]


def test_that_passes():
    assert True
"""


class Configurations(object):
    """pytest's configuration as it is before it reads anything of the repository: its own plugins and their options."""

    def __init__(self):
        self._made = {}

    def prepare(self, arguments):
        """Makes the one for these arguments, once; forks find it in their memory. Where pytest is another, nothing."""
        key = tuple(arguments)
        if key in self._made:
            return
        self._made.clear()
        directory = os.getcwd()
        try:
            import _pytest.config

            if list(inspect.signature(_pytest.config.get_config).parameters) != ["args", "plugins"]:
                return
            os.chdir(_ROOT)
            self._made[key] = made = _pytest.config.get_config(list(arguments), None)
            _remember_parser(made._parser)
            _remember_plugins_without_fixtures(made.pluginmanager.get_plugins())
            gc.collect()
            gc.freeze()
        except Exception:
            self._made[key] = None
        finally:
            os.chdir(directory)

    def use(self, arguments):
        """In a fork: pytest's first call for a configuration gets the one that was made, all others make their own."""
        made = self._made.get(tuple(arguments))
        if made is None:
            return
        import _pytest.config

        make = _pytest.config.get_config

        def once(args=None, plugins=None):
            _pytest.config.get_config = make
            same = plugins is None and tuple(args or ()) == tuple(arguments) and os.getcwd() == _ROOT
            return made if same else make(args, plugins)

        _pytest.config.get_config = once


def _remember_parser(parser):
    """pytest builds its parser of arguments five times in a run: this one builds a new one only after an option more."""
    build = parser._getparser
    built = []

    def getparser():
        groups = [parser._anonymous] + list(parser._groups)
        known = [parser.prog] + [(group, len(group.options)) for group in groups]
        if not built or built[0] != known:
            built[:] = [known, build()]
        return built[1]

    getparser()
    parser._getparser = getparser


def _remember_plugins_without_fixtures(plugins):
    """pytest looks for fixtures under each name of each plugin: its own modules that hold none are not asked again."""
    from _pytest import fixtures

    parse = fixtures.FixtureManager.parsefactories
    marked = getattr(fixtures, "getfixturemarker", None)
    if marked is None or hasattr(parse, "known"):
        return
    names = {}
    for plugin in plugins:
        if inspect.ismodule(plugin) and not any(marked(getattr(plugin, name, None)) for name in dir(plugin)):
            names[plugin] = set(vars(plugin))

    @functools.wraps(parse)
    def parsefactories(self, holder, *more, **named):
        if inspect.ismodule(holder) and names.get(holder) == vars(holder).keys():
            return None
        return parse(self, holder, *more, **named)

    parsefactories.known = names
    fixtures.FixtureManager.parsefactories = parsefactories


def part_of_repository():
    """The first module in memory that lies in the repository: what runs the tests there changes with the candidate."""
    for name, module in sorted(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if os.path.realpath(file).startswith(_ROOT + "/"):
            return name
    return None


def rehearsed(base_path):
    """What the tests import from outside the repository, found by collecting them in a process of its own.

    The files that Python compiles on the way stay: they are part of what every candidate begins with.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            os.closerange(3, writing)
            os.closerange(writing + 1, 210)
            null = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(null, descriptor)
            os.chdir(_ROOT)
            sys.path[:] = [_ROOT] + base_path
            before = set(sys.modules)
            import pytest

            pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider"])
            names = []
            for name, module in list(sys.modules.items()):
                file = getattr(module, "__file__", None) or ""
                if name not in before and file and not file.startswith(_ROOT + "/") and not name.startswith(("mw_", "keeper")):
                    names.append(name)
            os.write(writing, json.dumps(names).encode("ascii"))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read(_MOST_SAID)
    os.waitpid(pid, 0)
    return json.loads(said.decode("ascii")) if said else []


def warm_up():
    """Runs a test of our own that fails, outside the repository: it fills pytest's and the interpreter's caches.

    What it leaves in the process is what any earlier call of pytest in a process leaves.
    """
    import pytest

    place = tempfile.mkdtemp(prefix="mw-warm-")
    with open(os.path.join(place, "test_mw_warm.py"), "w") as file:
        file.write(_WARMING)
    known, path, directory = set(sys.modules), list(sys.path), os.getcwd()
    kept = [(descriptor, os.dup(descriptor)) for descriptor in (1, 2)]
    streams = sys.stdout, sys.stderr
    try:
        os.chdir(place)
        # what is left in a buffer here would be written by every fork
        sys.stdout = sys.stderr = null = open(os.devnull, "w")
        for descriptor, _ in kept:
            os.dup2(null.fileno(), descriptor)
        for words in (["-rA"], ["-q", "--junitxml=" + os.path.join(place, "report.xml")]):
            pytest.main(words + ["-p", "no:cacheprovider", "--rootdir", place, "test_mw_warm.py"])
    finally:
        sys.stdout, sys.stderr = streams
        for descriptor, own in kept:
            os.dup2(own, descriptor)
            os.close(own)
        null.close()
        os.chdir(directory)
        sys.path[:] = path
        for name in set(sys.modules) - known:
            if name == "test_mw_warm":
                del sys.modules[name]
        linecache.clearcache()
        shutil.rmtree(place)


def import_all(names):
    for name in names:
        if name.split(".")[0] in ("__main__", "conftest") or name.startswith("pytest_"):
            continue
        try:
            importlib.import_module(name)
        except BaseException:
            continue
