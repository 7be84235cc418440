"""How a process forked from the keeper becomes a new interpreter, and what the keeper imports for it beforehand."""

import atexit
import gc
import importlib
import importlib.util
import io
import json
import linecache
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback

from keeper_processes import dumpable

_ROOT = "/testbed"
_MOST_SAID = 4 << 20
_WARMING = """
def test_that_fails():
    value = [1, 2]
    assert value == [1, 3]


def test_that_passes():
    assert True
"""


def module_of(words):
    """The module that a command runs, its arguments and its first place to import from; nothing for other commands."""
    name, words = words[0], words[1:]
    if name == "pytest":
        return "pytest", ["pytest"] + words, "/usr/bin"
    if name in ("python", "python3") and words[:1] == ["-m"] and words[1:2] in (["pytest"], ["unittest"]):
        return words[1], words[1:], _ROOT
    return None


class _Brought(object):
    """Finds the modules that were brought along and lie in no folder."""

    def __init__(self, codes):
        self._codes = codes

    def find_spec(self, name, path=None, target=None):
        if name not in self._codes:
            return None
        return importlib.util.spec_from_loader(name, self, origin="/mw/%s.py" % name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code, names = self._codes[module.__name__]
        module.__dict__.update(names, __file__=module.__spec__.origin)
        exec(code, module.__dict__)


def leave(work):
    """Ends the process after the work as the interpreter would, but does not take its memory apart."""
    code = 0
    try:
        work()
    except SystemExit as said:
        code = said.code
        if code is not None and not isinstance(code, int):
            print(code, file=sys.stderr)
            code = 1
    except BaseException:
        traceback.print_exc()
        code = 1
    try:
        threading._shutdown()
        atexit._run_exitfuncs()
    except BaseException:
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            code = code or 120
    os._exit((code or 0) & 0xFF)


def become(run, base_path):
    """Everything a new interpreter would find: descriptors, environment, directory, path, streams."""
    message = run.message
    # What waits for the collector would close its descriptors under their next owners.
    run.__traceback__ = run.__context__ = None
    gc.collect()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.setsid()
    wanted = message["descriptors"]
    high = [os.dup2(own, 100 + place, inheritable=False) or 100 + place for place, own in enumerate(run.descriptors)]
    for descriptor in list(range(100)) + [203, 204]:
        try:
            os.close(descriptor)
        except OSError:
            pass
    for place, target in enumerate(wanted):
        os.dup2(high[place], target, inheritable=True)
        os.close(high[place])
    dumpable(1)
    os.umask(message["umask"])
    os.chdir(message["directory"])
    os.environ.clear()
    os.environ.update(message["environment"])
    sys.stdin = open(0, "r", closefd=False)
    eager = bool(os.environ.get("PYTHONUNBUFFERED"))
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(open(1, "wb", closefd=False), write_through=eager)
    sys.stderr = sys.__stderr__ = open(2, "w", errors="backslashreplace", buffering=1, closefd=False)
    sys.__stdin__ = sys.stdin
    sys.argv = message["arguments"]
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    own = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    sys.path[:] = [message["first"]] + own + base_path
    if run.brought:
        sys.meta_path.append(_Brought(run.brought))
    sys.path_importer_cache.clear()
    importlib.invalidate_caches()
    numpy = sys.modules.get("numpy")
    if numpy is not None and hasattr(numpy, "random"):
        numpy.random.seed()


def rehearsed(base_path):
    """What the tests import from outside the repository, found by collecting them in a process of its own.

    The files that Python compiles on the way stay: they are part of what every candidate begins with.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
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
