"""Keeps one sandbox ready for the next candidate. Python 3.6 and later.

It starts before any candidate's code runs and keeps two things in its memory: pytest and what the tests import from
outside the repository, and the repository as it was. For each test command it forks, so that every run begins in the
same state; between two candidates it ends what is left running and puts every file back. Candidates run as the same
user, so it makes itself undumpable: nobody can read or change its memory, only end it, and then the sandbox is thrown
away. It listens on a socket of the sandbox's own network namespace.
"""

import gc
import importlib.util
import os
import runpy
import selectors
import signal
import sys

from keeper_asks import Asks
from keeper_java import JavaRunner
from keeper_processes import dumpable, end_all_but, forget_shared_memory, nap, processes, reap
from keeper_pytest import Configurations, import_all, part_of_repository, rehearsed, warm_up
from keeper_shims import Shims
from keeper_start import become, leave, module_of
from keeper_tree import Tree, age, remove

_ROOT = "/testbed"
_GIVEN = (3, 4, 7, 8, 9)
_EMPTIED = ("/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/mw")


class _Run(BaseException):
    """Leaves the keeper's loop in a forked process, to run a command as if the interpreter had just started."""

    def __init__(self, message, descriptors, brought=None):
        super(_Run, self).__init__()
        self.message = message
        self.descriptors = descriptors
        self.brought = brought or {}


class _Keeper(object):
    """Attributes for the programs it is asked to run: out and log, descriptors of both streams; environment."""

    def __init__(self, tree, asks, java, out, log):
        self._java = java
        self.out = out
        self.log = log
        self.environment = dict(os.environ)
        self._tree = tree
        self._asks = asks
        self._spared = _alive()
        self._codes = {}
        self._configurations = Configurations()
        self._folders = _EMPTIED + (os.path.expanduser("~"),)
        self._ours = {folder: set(os.listdir(folder)) for folder in self._folders if os.path.isdir(folder)}
        self._shims = Shims()
        self._wake, wakened = os.pipe()
        os.set_blocking(wakened, False)
        os.set_blocking(self._wake, False)
        signal.set_wakeup_fd(wakened, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)

    def serve(self):
        selector = self._selector = selectors.DefaultSelector()
        selector.register(self._shims, selectors.EVENT_READ)
        selector.register(self._wake, selectors.EVENT_READ)
        selector.register(self._asks, selectors.EVENT_READ)
        print("ready", file=sys.stderr, flush=True)
        while True:
            for key, _ in selector.select():
                if key.fileobj == self._wake:
                    os.read(self._wake, 4096)
                elif key.fileobj is self._asks:
                    self._serve_program()
                else:
                    self._shims.serve(self._fork, self._reset)
            for pid, status in reap():
                self._shims.tell(pid, _code(status))

    def _serve_program(self):
        request = self._asks.next()
        if request is None:
            return
        self._spared = _alive()  # nothing of a candidate lives now: what does is ours, whoever asks among it
        program, order = request
        try:
            self._asks.program(program)["main"](order, self)
        except Exception as failure:
            print("The program failed: %r" % failure, file=sys.stderr, flush=True)
        code = self._reset(0)
        if self._java is not None:
            self._java.prepare()
        self._asks.answer(self.out, code)

    def can_run(self, words):
        """Whether a command can be run here, by its words."""
        return self.is_java(words) or module_of(words) is not None

    def is_java(self, words):
        return self._java is not None and words[0] in ("junit-run", "/opt/monkeywrench/bin/junit-run")

    def run(self, words, environment, descriptors, brought, seconds):
        """Runs a command and waits for it: its exit code, negative for a signal; nothing when its time is over.

        descriptors: those it finds open, by number; brought: modules that lie in no folder, by name: their
        source and the names they find set.
        """
        if self.is_java(words):
            return self._java.run(words[1:], environment, _ROOT, seconds)
        for source, _ in brought.values():
            if source not in self._codes:
                self._codes.clear()
                self._codes[source] = compile(source, "<brought>", "exec")
        module, arguments, first = module_of(words)
        message = {
            "module": module,
            "arguments": arguments,
            "directory": _ROOT,
            "first": first,
            "environment": environment,
            "umask": 0o022,
            "descriptors": list(descriptors),
        }
        if module == "pytest":
            self._configurations.prepare(arguments[1:])
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGCHLD,))
        pid = os.fork()
        if pid == 0:
            if module == "pytest":
                self._configurations.use(arguments[1:])
            found = {name: (self._codes[source], names) for name, (source, names) in brought.items()}
            self._leave(message, list(descriptors.values()), found)
        status = _awaited(pid, seconds)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGCHLD,))
        return None if status is None else _code(status)

    def _fork(self, message, descriptors, connection):
        pid = os.fork()
        if pid == 0:
            connection.close()
            self._leave(message, descriptors)
        return pid

    def _leave(self, message, descriptors, brought=None):
        """In a fork: out of the keeper, whose files would else be closed later, under their next owners."""
        self._shims.close()
        self._selector.close()
        raise _Run(message, descriptors, brought)

    def _reset(self, asking):
        try:
            end_all_but(self._spared, asking)
            forget_shared_memory()
            for folder, ours in self._ours.items():
                self._empty(folder, ours)
            self._tree.restore()
            sound = self._java is None or self._java.sound()
            return 0 if sound else 1
        except Exception as failure:
            print("The reset failed: %r" % failure, file=sys.stderr, flush=True)
            return 1

    @staticmethod
    def _empty(folder, ours):
        if not os.path.isdir(folder) or os.path.realpath(folder) == "/" or folder.startswith(_ROOT):
            return
        for entry in list(os.scandir(folder)):
            if entry.name not in ours and entry.stat(follow_symlinks=False).st_uid == os.getuid():
                remove(entry.path)


def _alive():
    return {pid: began for pid, (began, _, _) in processes().items()}


def _code(status):
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _awaited(pid, seconds):
    """The status of a child that ended, while the signal of that is held back; nothing when the time is over."""
    left = seconds
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        if left <= 0:
            return None
        left -= nap(left)


def main():
    out, log = [os.dup2(descriptor, 200 + descriptor, inheritable=False) for descriptor in _GIVEN][:2]
    secret = os.environ["MW_SECRET"].encode("ascii")
    os.chdir("/")
    base_path = [entry for entry in sys.path if entry and entry not in ("/mw", _ROOT)]
    sys.path[:] = base_path
    bare = "--bare" in sys.argv
    if not bare:
        age(_ROOT)
        if importlib.util.find_spec("pytest") is not None:
            import_all(rehearsed(base_path))
            warm_up()
            own = part_of_repository()
            if own is not None:
                raise SystemExit("%s, which runs the tests, is part of the repository" % own)
    if len(os.listdir("/proc/self/task")) > 1:
        # what has threads must not fork: once more, without what started them
        if bare:
            raise SystemExit("the interpreter has threads of its own")
        os.execv(sys.executable, [sys.executable, "-s", os.path.abspath(__file__), "--bare"])
    for descriptor in _GIVEN:
        os.close(descriptor)
    del os.environ["MW_SECRET"]
    tree = Tree(_ROOT)
    dumpable(0)
    gc.collect()
    gc.freeze()  # forks share what is never looked at again
    try:
        _Keeper(tree, Asks(secret), JavaRunner.start(log, log), out, log).serve()
    except _Run as asked:
        # with its frames go the keeper's files: one that was closed later would close another's of the same number
        run = asked.with_traceback(None)
    become(run, base_path)
    module = run.message["module"]
    del run
    leave(lambda: runpy.run_module(module, run_name="__main__", alter_sys=True))


if __name__ == "__main__":
    main()
