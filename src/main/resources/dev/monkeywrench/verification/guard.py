"""What code under test must leave as it is: the test runner, the assertions, the tests that were collected.

Read into the same module as the witness, before any code of the repository. It cannot keep code of the same process from
changing the runner; it tells that it was done. What the tests themselves change is known from the unpatched tree.

No assertion of ours is for pytest to rewrite, which takes longer than to read this: PYTEST_DONT_REWRITE
"""

import builtins
import os
import sys
import time
import types

_WATCHED = ("_pytest", "pytest", "pluggy", "unittest")
_EXCEPTIONS = {name: value for name, value in vars(builtins).items() if isinstance(value, type)}
_TOLD_BY_TESTS = ("xfail", "expectedFailure")
_SHARE = 50
_MOST_TOLD = 20


class _Unwatched(object):
    """In place of the guard where a pass is not believed anyway: looking takes longer than many a test."""

    def begin(self, manager, ours):
        pass

    def collected(self, items, began):
        pass

    def intact(self, item):
        pass

    def ran(self, item):
        pass

    def tell(self, what):
        pass

    def told(self):
        return []

    def look_at_times(self):
        pass


def _code(value):
    """The code that runs when it is called; nothing for what is no function."""
    value = getattr(value, "fget", None) or getattr(value, "__func__", value)
    return getattr(value, "__code__", None)


def _steers(name, value):
    return name != "__annotations__" and (callable(value) or hasattr(value, "__get__"))


class _Guard(object):
    """Marks of the runner at the beginning, and what is not so any more."""

    def __init__(self, now=time.monotonic):
        self._now = now
        self._next = 0
        self._told = []
        self._holders = []
        self._plugins = None
        self._manager = None
        self._collected = {}
        self._kinds = set()
        for name, module in sorted(sys.modules.items()):
            if name.split(".")[0] in _WATCHED and isinstance(module, types.ModuleType):
                self._watch(name, vars(module), vars(builtins))
                for key, value in sorted(vars(module).items()):
                    if isinstance(value, type) and value.__module__ == name:
                        self._watch(name + "." + key, vars(value), None)
                        self._kinds.add(value)

    def _watch(self, name, holder, hidden):
        marks = [(key, value, _code(value)) for key, value in holder.items() if _steers(key, value)]
        self._holders.append((name, holder, hidden, marks, frozenset(holder)))

    def begin(self, manager, ours):
        """Before the first conftest.py: which plugins there are, and which of ours will be."""
        self._kinds.update(type(plugin) for plugin in ours)
        self._manager = manager
        self._plugins = list(manager.get_plugins())
        self._hookexec = getattr(manager, "_inner_hookexec", None)

    def tell(self, what):
        if what not in self._told and len(self._told) < _MOST_TOLD:
            self._told.append(what)

    def told(self):
        self.look()
        return self._told

    def look_at_times(self):
        """A look that takes no more than a small share of the time."""
        began = self._now()
        if began >= self._next:
            self.look()
            ended = self._now()
            self._next = ended + _SHARE * (ended - began)

    def look(self):
        for name, value in _EXCEPTIONS.items():
            if vars(builtins).get(name) is not value:
                self.tell("builtins." + name)
        for name, holder, hidden, marks, known in self._holders:
            for key, value, code in marks:
                if holder.get(key) is not value or _code(value) is not code:
                    self.tell(name + "." + key)
            if len(holder) != len(known):
                self._look_at_added(name, holder, hidden, known)
        self._look_at_plugins()

    def _look_at_added(self, name, holder, hidden, known):
        for key in set(holder) - known:
            if _steers(key, holder[key]) and (hidden is None or key in hidden):
                self.tell(name + "." + key)

    def _look_at_plugins(self):
        if self._manager is None:
            return
        if getattr(self._manager, "_inner_hookexec", None) is not self._hookexec:
            self.tell("pluggy's calls")
        for plugin in self._manager.get_plugins():
            if any(plugin is known for known in self._plugins):
                continue
            self._plugins.append(plugin)
            if isinstance(plugin, types.ModuleType):
                if os.path.basename(getattr(plugin, "__file__", None) or "") != "conftest.py":
                    self.tell("plugin " + plugin.__name__)
            elif type(plugin) not in self._kinds:
                self.tell("plugin %s.%s" % (type(plugin).__module__, type(plugin).__name__))
        for name, caller in list(vars(self._manager.hook).items()):
            for implementation in getattr(caller, "get_hookimpls", list)():
                own = getattr(implementation.plugin, name, None)
                if own is not None and own != implementation.function:
                    self.tell("hook " + name)

    # ---- the tests

    def collected(self, items, since):
        """After the collection: each test's code, and whether its file is still what the run began with."""
        files = {}
        for item in items:
            path = str(getattr(item, "fspath", ""))
            files.setdefault(path, getattr(item, "module", None))
            self._collected[item] = _code(getattr(item, "obj", None))
        for path, module in files.items():
            try:
                changed = os.stat(path).st_ctime_ns > since
            except OSError:
                changed = True
            if changed:
                self.tell("file " + os.path.relpath(path))
            if module is not None and getattr(module, "__spec__", None) is None:
                self.tell("module " + os.path.relpath(path))

    def intact(self, item):
        """Before each test: whether it is the one that was collected."""
        if _code(getattr(item, "obj", None)) is not self._collected.get(item):
            self.tell("a test that was collected")
        self.ran(item)

    def ran(self, item):
        """After it; by then plugins for asynchronous tests have put a function of their own in its place."""
        if "runtest" in vars(item):
            self.tell("a test that was collected")


def _expects_failure(item, call):
    """Whether the tests say that this one is expected to fail, and not what they test."""
    try:
        with open(str(item.fspath), "rb") as file:
            text = file.read()
    except (OSError, AttributeError):
        return False
    if not any(word.encode("ascii") in text for word in _TOLD_BY_TESTS):
        return False
    raised = call.excinfo
    if raised is None or raised.typename not in ("XFailed", "Exception") or not hasattr(raised.value, "msg"):
        return True
    callers = [os.path.realpath(str(entry.path)) for entry in raised.traceback]
    return len(callers) < 2 or callers[-2] == os.path.realpath(str(item.fspath))
