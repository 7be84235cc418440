"""Keeps one sandbox ready for the next candidate. Python 3.6 and later.

It starts before any candidate's code runs and keeps two things in its memory: pytest and what the tests import from
outside the repository, and the repository as it was. For each test command it forks, so that every run begins in the
same state; between two candidates it ends what is left running and puts every file back. Candidates run as the same
user, so it makes itself undumpable: nobody can read or change its memory, only end it, and then the sandbox is thrown
away. It listens on a socket of the sandbox's own network namespace.
"""

import array
import json
import os
import runpy
import selectors
import signal
import socket
import struct
import sys

from keeper_processes import dumpable, end_all_but, processes, reap
from keeper_start import become, import_all, rehearsed
from keeper_tree import Tree, age, remove

_ADDRESS = "\0mw-keeper"
_ROOT = "/testbed"
_EMPTIED = ("/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/mw")
_MOST_MESSAGE = 4 << 20


class _Run(Exception):
    """Leaves the keeper's loop in a forked process, to run a command as if the interpreter had just started."""

    def __init__(self, message, descriptors):
        super(_Run, self).__init__()
        self.message = message
        self.descriptors = descriptors


class _Keeper(object):
    def __init__(self, tree):
        self._tree = tree
        self._spared = {pid: began for pid, (began, _, _) in processes().items()}
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
            for pid, status in reap():
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
            end_all_but(self._spared, asking)
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
                remove(entry.path)


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


def main():
    os.chdir("/")
    base_path = [entry for entry in sys.path if entry and entry not in ("/mw", _ROOT)]
    sys.path[:] = base_path
    bare = "--bare" in sys.argv
    if not bare:
        age(_ROOT)
        import_all(rehearsed(base_path))
    if len(os.listdir("/proc/self/task")) > 1:
        # what has threads must not fork: once more, without what started them
        if bare:
            raise SystemExit("the interpreter has threads of its own")
        os.execv(sys.executable, [sys.executable, "-s", os.path.abspath(__file__), "--bare"])
    tree = Tree(_ROOT)
    dumpable(0)
    try:
        _Keeper(tree).serve()
    except _Run as asked:
        run = asked
    become(run, base_path)
    module = run.message["module"]
    del run
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
