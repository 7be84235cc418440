"""Keeps one sandbox ready for the next candidate. Python 3.6 and later.

It starts before any candidate's code runs and keeps two things in its memory: pytest and what the tests import from
outside the repository, and the repository as it was. For each test command it forks, so that every run begins in the
same state; between two candidates it ends what is left running and puts every file back. Candidates run as the same
user, so it makes itself undumpable: nobody can read or change its memory, only end it, and then the sandbox is thrown
away. It listens on a socket of the sandbox's own network namespace.
"""

import array
import ctypes
import importlib
import io
import json
import os
import runpy
import selectors
import shutil
import signal
import socket
import stat
import struct
import sys

_ADDRESS = "\0mw-keeper"
_ROOT = "/testbed"
_EMPTIED = ("/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/mw")
_PR_SET_DUMPABLE = 4
_MOST_BYTES = 256 << 20
_MOST_MESSAGE = 4 << 20
_ROUNDS = 200
_LONG_AGO = 946684800


def _dumpable(value):
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, value, 0, 0, 0)


class _Tree(object):
    """The repository as it was: contents in memory, and the times by which a change shows."""

    def __init__(self, root):
        self._root = os.fsencode(root)
        self._entries = {}
        self._marks = {}
        size = 0
        for path, info in self._walk():
            if stat.S_ISREG(info.st_mode):
                with open(path, "rb") as file:
                    content = file.read()
                size += len(content)
                if size > _MOST_BYTES:
                    raise SystemExit("the repository is too large to be kept")
            elif stat.S_ISLNK(info.st_mode):
                content = os.readlink(path)
            else:
                content = None
            self._entries[path] = (stat.S_IFMT(info.st_mode), stat.S_IMODE(info.st_mode), content)
            self._marks[path] = self._mark(info)

    def _walk(self):
        pending = [self._root]
        while pending:
            with os.scandir(pending.pop()) as found:
                for entry in found:
                    info = entry.stat(follow_symlinks=False)
                    yield entry.path, info
                    if stat.S_ISDIR(info.st_mode):
                        pending.append(entry.path)

    @staticmethod
    def _mark(info):
        # nobody but the kernel sets the time of the last change of an inode
        if stat.S_ISDIR(info.st_mode):
            return info.st_ino, info.st_mode
        return info.st_ino, info.st_mode, info.st_size, info.st_ctime_ns

    def restore(self):
        seen = set()
        for path, info in list(self._walk_writable()):
            if path not in self._entries:
                _remove(path)
            elif self._marks[path] != self._mark(info):
                if not (stat.S_ISDIR(info.st_mode) and self._entries[path][0] == stat.S_IFDIR):
                    _remove(path)
                else:
                    os.chmod(path, self._entries[path][1])
                    seen.add(path)
                    self._marks[path] = self._mark(os.lstat(path))
            else:
                seen.add(path)
        for path in sorted(self._entries):
            if path not in seen or not os.path.lexists(path):
                self._make(path)

    def _walk_writable(self):
        pending = [self._root]
        while pending:
            folder = pending.pop()
            try:
                found = list(os.scandir(folder))
            except PermissionError:
                os.chmod(folder, 0o755)
                found = list(os.scandir(folder))
            for entry in found:
                info = entry.stat(follow_symlinks=False)
                yield entry.path, info
                if stat.S_ISDIR(info.st_mode) and entry.path in self._entries:
                    pending.append(entry.path)

    def _make(self, path):
        kind, mode, content = self._entries[path]
        if kind == stat.S_IFDIR:
            os.makedirs(path, exist_ok=True)
        elif kind == stat.S_IFLNK:
            os.symlink(content, path)
        else:
            with open(path, "xb") as file:
                file.write(content)
        if kind != stat.S_IFLNK:
            os.chmod(path, mode)
        self._marks[path] = self._mark(os.lstat(path))


def _remove(path):
    if os.path.islink(path) or not os.path.isdir(path):
        os.unlink(path)
        return
    for folder, folders, files in os.walk(path):
        os.chmod(folder, 0o755)
    shutil.rmtree(path)


def _processes():
    """Every process there is, by number and the moment it began: numbers are given again, moments are not."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name) as file:
                    fields = file.read().rpartition(")")[2].split()
                found[int(name)] = (fields[19], int(fields[1]), fields[0])
            except (OSError, IndexError):
                continue
    return found


def _with_ancestors(pid, processes):
    chain = set()
    while pid in processes and pid not in chain:
        chain.add(pid)
        pid = processes[pid][1]
    return chain


def _end_all_but(spared, asking):
    """Ends every process but those spared and the one that asks with its ancestors; those that breed, again."""
    for attempt in range(_ROUNDS):
        processes = _processes()
        kept = _with_ancestors(asking, processes) | {os.getpid()}
        ended = 0
        for pid, (began, _, state) in processes.items():
            if pid in kept or spared.get(pid) == began or state in "ZX":
                continue
            try:
                os.kill(pid, signal.SIGKILL)
                ended += 1
            except OSError:
                continue
        _reap()
        if ended == 0:
            return
    raise RuntimeError("processes are left that cannot be ended")


def _reap():
    reaped = []
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return reaped
        if pid == 0:
            return reaped
        reaped.append((pid, status))


class _Run(Exception):
    """Leaves the keeper's loop in a forked process, to run a command as if the interpreter had just started."""

    def __init__(self, message, descriptors):
        super(_Run, self).__init__()
        self.message = message
        self.descriptors = descriptors


class _Keeper(object):
    def __init__(self, tree):
        self._tree = tree
        self._spared = {pid: began for pid, (began, _, _) in _processes().items()}
        self._waiting = {}
        self._folders = _EMPTIED + (os.path.expanduser("~"),)
        self._ours = {folder: set(os.listdir(folder)) for folder in self._folders if os.path.isdir(folder)}
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(_ADDRESS)
        self._listener.listen(64)
        self._wake, wakened = os.pipe()
        os.set_blocking(wakened, False)
        os.set_blocking(self._wake, False)
        signal.set_wakeup_fd(wakened, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)

    def serve(self):
        selector = selectors.DefaultSelector()
        selector.register(self._listener, selectors.EVENT_READ)
        selector.register(self._wake, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj == self._wake:
                    os.read(self._wake, 4096)
                else:
                    self._accept()
            for pid, status in _reap():
                self._tell(pid, status)

    def _tell(self, pid, status):
        connection = self._waiting.pop(pid, None)
        if connection is not None:
            code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            _answer(connection, code)

    def _accept(self):
        connection, _ = self._listener.accept()
        connection.settimeout(5)
        try:
            message, descriptors = _receive(connection)
        except (OSError, ValueError, struct.error):
            connection.close()
            return
        if message.get("ask") == "reset":
            asking = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            _answer(connection, self._reset(struct.unpack("3i", asking)[0]))
            return
        pid = os.fork()
        if pid == 0:
            connection.close()
            self._listener.close()
            raise _Run(message, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        self._waiting[pid] = connection

    def _reset(self, asking):
        try:
            _end_all_but(self._spared, asking)
            for folder, ours in self._ours.items():
                self._empty(folder, ours)
            self._tree.restore()
            return 0
        except Exception:
            return 1

    @staticmethod
    def _empty(folder, ours):
        if not os.path.isdir(folder) or os.path.realpath(folder) == "/" or folder.startswith(_ROOT):
            return
        for entry in list(os.scandir(folder)):
            if entry.name not in ours and entry.stat(follow_symlinks=False).st_uid == os.getuid():
                _remove(entry.path)


def _answer(connection, code):
    try:
        connection.sendall(struct.pack("!i", code))
    except OSError:
        pass
    connection.close()


def _receive(connection):
    space = socket.CMSG_SPACE(32 * array.array("i").itemsize)
    head, ancillary, _, _ = connection.recvmsg(4, space)
    descriptors = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    (size,) = struct.unpack("!I", head)
    if size > _MOST_MESSAGE:
        raise ValueError("too long")
    body = b""
    while len(body) < size:
        piece = connection.recv(size - len(body))
        if not piece:
            raise ValueError("cut short")
        body += piece
    return json.loads(body.decode("utf-8", "surrogateescape")), list(descriptors)


def _become(run, base_path):
    """Everything a new interpreter would find: descriptors, environment, directory, path, streams."""
    message = run.message
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    wanted = message["descriptors"]
    high = [os.dup2(own, 100 + place, inheritable=False) or 100 + place for place, own in enumerate(run.descriptors)]
    for descriptor in range(100):
        try:
            os.close(descriptor)
        except OSError:
            pass
    for place, target in enumerate(wanted):
        os.dup2(high[place], target, inheritable=True)
        os.close(high[place])
    _dumpable(1)
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
    sys.path_importer_cache.clear()
    importlib.invalidate_caches()
    numpy = sys.modules.get("numpy")
    if numpy is not None and hasattr(numpy, "random"):
        numpy.random.seed()


def _age(root):
    """Compiled files are told by the time of their source: a candidate's must not look like the one before it."""
    for folder, _, files in os.walk(root):
        for name in files:
            os.utime(os.path.join(folder, name), (_LONG_AGO, _LONG_AGO), follow_symlinks=False)


def _rehearsed(base_path):
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
                if name not in before and file and not file.startswith(_ROOT + "/") and not name.startswith("mw_"):
                    names.append(name)
            os.write(writing, json.dumps(names).encode("ascii"))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read(_MOST_MESSAGE)
    os.waitpid(pid, 0)
    return json.loads(said.decode("ascii")) if said else []


def _import_all(names):
    for name in names:
        if name.split(".")[0] in ("__main__", "conftest") or name.startswith("pytest_"):
            continue
        try:
            importlib.import_module(name)
        except BaseException:
            continue


def main():
    os.chdir("/")
    base_path = [entry for entry in sys.path if entry and entry not in ("/mw", _ROOT)]
    sys.path[:] = base_path
    bare = "--bare" in sys.argv
    if not bare:
        _age(_ROOT)
        _import_all(_rehearsed(base_path))
    if len(os.listdir("/proc/self/task")) > 1:
        # what has threads must not fork: once more, without what started them
        if bare:
            raise SystemExit("the interpreter has threads of its own")
        os.execv(sys.executable, [sys.executable, "-s", os.path.abspath(__file__), "--bare"])
    tree = _Tree(_ROOT)
    _dumpable(0)
    try:
        _Keeper(tree).serve()
    except _Run as asked:
        run = asked
    _become(run, base_path)
    module = run.message["module"]
    del run
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
