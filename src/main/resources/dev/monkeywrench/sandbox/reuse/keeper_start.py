"""How a process forked from the keeper becomes a new interpreter."""

import atexit
import gc
import importlib
import importlib.util
import io
import os
import signal
import sys
import threading
import traceback

from keeper_processes import dumpable

_ROOT = "/testbed"


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
    for descriptor in list(range(100)) + list(range(203, 210)):
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
