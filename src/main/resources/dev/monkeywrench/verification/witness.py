"""A pytest plugin that writes down, out of the log's reach, how each test ended. Python 3.5 and later.

It is loaded before any code of the repository, takes its key from a file that is open but has no name, and signs each
line, so that nothing else can write one. Asked to observe, it also says why tests failed and which lines they ran.
"""

import hashlib
import hmac
import json
import os
import sys
import threading
import time

import pytest

# Which tests come first and what ends the run: our driver writes it in here, or the keeper sets it beforehand.
_PLAN = globals().get("_PLAN")
_WATCHED_OVER = globals().get("_WATCHED_OVER", True)
_OBSERVED_SECONDS = 120
_LONGEST_TEXT = 8192
_HERE = os.path.dirname(os.path.abspath(__file__))


class _Book(object):
    """Signed lines, numbered, of this process alone."""

    def __init__(self, key, out):
        self._key = key
        self.out = out
        self._pid = os.getpid()
        self._number = 0
        self._lock = threading.Lock()

    def write(self, entry):
        if os.getpid() != self._pid:
            return
        if sys._getframe(1).f_globals is not globals():
            entry = {"kind": "changed", "text": "the record of the test runner"}
        with self._lock:
            self._write(entry)

    def _write(self, entry):
        entry["pid"] = self._pid
        entry["n"] = self._number
        self._number += 1
        payload = json.dumps(entry).encode("ascii")
        mac = hmac.new(self._key, payload, hashlib.sha256).hexdigest().encode("ascii")
        line = mac + b" " + payload + b"\n"
        while line:
            line = line[os.write(self.out, line):]


def _open_book():
    """The book and whether to observe; nothing where we were not started by our own driver."""
    try:
        words = os.pread(9, 256, 0).decode("ascii").split(":")
        out = os.dup(8)
    except (OSError, ValueError):
        return None, False
    if len(words) != 2 or len(words[0]) != 64:
        os.close(out)
        return None, False
    os.close(8)
    os.close(9)
    return _Book(words[0].encode("ascii"), out), words[1] == "observe"


def _leave_no_trace():
    """What the tests start must not load this plugin again."""
    for name, separator in (("PYTEST_PLUGINS", ","), ("PYTHONPATH", os.pathsep)):
        ours = (__name__, _HERE)
        kept = [word for word in os.environ.get(name, "").split(separator) if word and word not in ours]
        if kept:
            os.environ[name] = separator.join(kept)
        else:
            os.environ.pop(name, None)
    sys.path[:] = [entry for entry in sys.path if entry != _HERE]


def _status(report):
    expected = hasattr(report, "wasxfail")
    if report.outcome == "skipped":
        return "XFAIL" if expected else "SKIPPED"
    if report.when == "call":
        return "PASSED" if report.outcome == "passed" else "FAILED"
    return "ERROR" if report.outcome == "failed" else None


class _Witness(object):
    def __init__(self, book, spectrum, guard):
        self._book = book
        self._spectrum = spectrum
        self._guard = guard
        self._began = os.fstat(book.out).st_ctime_ns
        self._raised = {}
        self._made = (None, None)
        self._doubted = set()

    def begin(self, manager, ours):
        self._guard.begin(manager, ours)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self, session):
        self._guard.collected(session.items, self._began)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item):
        self._guard.intact(item)
        outcome = yield
        self._raised[item.nodeid] = outcome.excinfo is not None
        self._guard.ran(item)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item, call):
        excinfo = call.excinfo
        outcome = yield
        report = outcome.get_result()
        if report.when == "call" and report.outcome == "passed" and (
            excinfo is not None or self._raised.get(item.nodeid) is not False
        ):
            self._guard.tell("a report that was made")
        self._made = (report, report.outcome)
        if hasattr(report, "wasxfail") and not _expects_failure(item, call):
            self._doubted.add(item.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report):
        made, outcome = self._made
        if made is report and report.outcome == "passed" and outcome != "passed":
            self._guard.tell("a report that was made")
        status = _status(report)
        if status is not None:
            self._write(report, status)
        if self._spectrum is not None and report.when == "call":
            self._spectrum.end_test(report.nodeid, status)
        self._guard.look_at_times()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report):
        if report.outcome == "failed":
            self._write(report, "ERROR")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session, exitstatus):
        if self._spectrum is not None:
            for path, lines in self._spectrum.files():
                self._book.write({"kind": "lines", "path": path, "lines": lines})
        for what in self._guard.told():
            self._book.write({"kind": "changed", "text": what})
        self._book.write({"kind": "finish", "exit": int(exitstatus)})

    def _write(self, report, status):
        entry = {"kind": "test", "id": report.nodeid, "status": status}
        if report.nodeid in self._doubted:
            entry["doubt"] = True
        if report.when == "call":
            entry["seconds"] = round(report.duration, 6)
        if self._spectrum is not None and status in ("FAILED", "ERROR"):
            entry["text"] = str(report.longrepr)[-_LONGEST_TEXT:]
        self._book.write(entry)


class _Spectrum(object):
    """Which lines of the repository each test ran, summed up over failing and passing tests."""

    def __init__(self, root):
        self._root = os.path.realpath(root) + os.sep
        self._names = {}
        self._by_test = {}
        self._counts = {}
        self._current = None
        self._ends = time.time() + _OBSERVED_SECONDS

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item):
        if time.time() > self._ends or sys.gettrace() is not None:
            yield
            return
        self._current = self._by_test[item.nodeid] = {}
        sys.settrace(self._enter)
        try:
            yield
        finally:
            sys.settrace(None)
            self._by_test.pop(item.nodeid, None)

    def end_test(self, nodeid, status):
        side = {"FAILED": 0, "PASSED": 1}.get(status)
        for name, lines in self._by_test.pop(nodeid, {}).items():
            counts = self._counts.setdefault(name, {})
            for line in lines:
                if side is not None:
                    counts.setdefault(line, [0, 0])[side] += 1

    def files(self):
        return sorted(self._counts.items())

    def _enter(self, frame, event, argument):
        name = self._name(frame.f_code.co_filename)
        if name is None:
            return None
        lines = self._current.setdefault(name, set())

        def step(inner, happened, value):
            if happened == "line":
                lines.add(inner.f_lineno)
            return step

        return step

    def _name(self, filename):
        if filename not in self._names:
            path = os.path.realpath(filename)
            inside = path.startswith(self._root) and path.endswith(".py")
            self._names[filename] = path[len(self._root):] if inside else None
        return self._names[filename]


def _begin():
    book, observe = _open_book()
    _leave_no_trace()
    if book is None:
        return []
    book.write({"kind": "load"})
    spectrum = _Spectrum(os.getcwd()) if observe else None
    guard = _Guard() if _WATCHED_OVER else _Unwatched()
    order = _Order(book, _PLAN) if _PLAN is not None else None
    return [plugin for plugin in (_Witness(book, spectrum, guard), spectrum, order) if plugin is not None]


_PLUGINS = _begin()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    for plugin in _PLUGINS:
        if isinstance(plugin, _Witness):
            plugin.begin(early_config.pluginmanager, _PLUGINS)


def pytest_configure(config):
    while _PLUGINS:
        config.pluginmanager.register(_PLUGINS.pop())
