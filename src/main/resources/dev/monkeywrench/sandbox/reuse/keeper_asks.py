"""What the service asks of the keeper: a program of ours, signed, to be run in the keeper's own process.

The request lies in a file that only the service writes. A line in a pipe says that it is there, and one in another that
it is done. Candidates, who are the same user, may write into both: what is not signed, or was run before, is not run,
and the service believes only an answer that is signed, too.
"""

import errno
import hashlib
import hmac
import json
import os
import stat
import time

_FOLDER = "/tmp/mw-keeper"
_REQUEST = "/mw/ask"
_MOST_REQUEST = 64 << 20
_MOST_PROGRAMS = 4


class Asks(object):
    def __init__(self, secret):
        self._secret = secret
        self._number = 0
        self._programs = {}
        os.mkdir(_FOLDER)
        self._pipes = {}
        for name in ("ask", "over"):
            path = os.path.join(_FOLDER, name)
            os.mkfifo(path, 0o600)
            self._pipes[path] = self._identity(path)
        self._asking = os.open(os.path.join(_FOLDER, "ask"), os.O_RDWR | os.O_NONBLOCK)

    def fileno(self):
        return self._asking

    @staticmethod
    def _identity(path):
        info = os.lstat(path)
        return info.st_ino, stat.S_IFMT(info.st_mode)

    def intact(self):
        """Whether the pipes are still those that were made."""
        try:
            alone = len(os.listdir(_FOLDER)) == len(self._pipes)
            return alone and all(self._identity(path) == known for path, known in self._pipes.items())
        except OSError:
            return False

    def next(self):
        """The program that is to run, and its order; nothing where that is no new request of the service.

        The file holds a line with the signature of all that follows, one with a number that grows, one with the size of
        the program, the program, and the order.
        """
        try:
            while os.read(self._asking, 65536):
                pass
        except OSError:
            pass
        try:
            with open(_REQUEST, "rb") as file:
                signature, _, body = file.read(_MOST_REQUEST).partition(b"\n")
        except OSError:
            return None
        if not hmac.compare_digest(signature, self._signed(body)):
            return None
        number, size, rest = body.split(b"\n", 2)
        if int(number) <= self._number:
            return None
        self._number = int(number)
        program, order = rest[: int(size)], rest[int(size):]
        return program.decode("utf-8"), json.loads(order.decode("utf-8"))

    def program(self, source):
        """Its definitions, new for each run."""
        code = self._programs.get(source)
        if code is None:
            if len(self._programs) >= _MOST_PROGRAMS:
                self._programs.clear()
            code = self._programs[source] = compile(source, "<asked>", "exec")
        names = {"__name__": "asked"}
        exec(code, names)
        return names

    def answer(self, out, code):
        """Says that it is over, where nothing of a candidate lives any more; unsigned where the sandbox must go."""
        if code == 0:
            os.write(out, b"\n" + self._signed(b"over %d" % self._number) + b"\n")
        path = os.path.join(_FOLDER, "over")
        for attempt in range(500):
            try:
                pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
            except OSError as failure:
                if failure.errno != errno.ENXIO:
                    return
                time.sleep(0.002)  # whoever asked has not begun to wait yet
                continue
            os.write(pipe, b"%d\n" % code)
            os.close(pipe)
            return

    def _signed(self, body):
        return hmac.new(self._secret, body, hashlib.sha256).hexdigest().encode("ascii")
