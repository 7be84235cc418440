"""What the service asks of the keeper: a program of ours, signed, to be run in the keeper's own process.

A line in a pipe says how long the request is that comes in another, and a line in a third that it is done. The pipes
have no names, and candidates do not inherit them. All the same, what is not signed, or was run before, is not run, and the
service believes only an answer that is signed, too: where the shell of the sandbox is the candidates' own user they reach
its pipes.
"""

import hashlib
import hmac
import json
import os

ANNOUNCED, DONE, SENT = 207, 208, 209
_MOST_REQUEST = 64 << 20
_MOST_PROGRAMS = 4


class Asks(object):
    def __init__(self, secret):
        self._secret = secret
        self._number = 0
        self._programs = {}

    def fileno(self):
        return ANNOUNCED

    def next(self):
        """The program that is to run, and its order; nothing where that is no new request of the service.

        It is a line with the signature of all that follows, one with a number that grows, one with the size of the program,
        the program, and the order.
        """
        signature, _, body = self._message().partition(b"\n")
        if not hmac.compare_digest(signature, self._signed(body)):
            return None
        number, size, rest = body.split(b"\n", 2)
        if int(number) <= self._number:
            return None
        self._number = int(number)
        program, order = rest[: int(size)], rest[int(size):]
        return program.decode("utf-8"), json.loads(order.decode("utf-8"))

    @staticmethod
    def _message():
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(ANNOUNCED, 1)
        left = int(line)
        if left > _MOST_REQUEST:
            raise ValueError("a request is too long")
        pieces = []
        while left > 0:
            piece = os.read(SENT, min(left, 1 << 20))
            if not piece:
                raise ValueError("a request is cut short")
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

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
        os.write(DONE, b"%d\n" % code)

    def _signed(self, body):
        return hmac.new(self._secret, body, hashlib.sha256).hexdigest().encode("ascii")
