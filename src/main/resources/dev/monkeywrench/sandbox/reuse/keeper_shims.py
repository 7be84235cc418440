"""What the shims of a kept sandbox ask of its keeper, over a socket of the sandbox's own network namespace."""

import array
import json
import os
import socket
import struct

_ADDRESS = "\0mw-keeper"
_MOST_MESSAGE = 4 << 20


class Shims(object):
    """Those that wait for the end of a command, by the number of its process."""

    def __init__(self):
        self._waiting = {}
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(_ADDRESS)
        self._listener.listen(64)

    def fileno(self):
        return self._listener.fileno()

    def close(self):
        self._listener.close()

    def serve(self, run, reset):
        """Serves one that asks: run gives the number of the process it forked, reset a code."""
        connection, _ = self._listener.accept()
        connection.settimeout(5)
        try:
            message, descriptors = _receive(connection)
        except (OSError, ValueError, struct.error):
            connection.close()
            return
        if message.get("ask") == "reset":
            asking = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            _answer(connection, reset(struct.unpack("3i", asking)[0]))
            return
        pid = run(message, descriptors, connection)
        for descriptor in descriptors:
            os.close(descriptor)
        self._waiting[pid] = connection

    def tell(self, pid, code):
        connection = self._waiting.pop(pid, None)
        if connection is not None:
            _answer(connection, code)


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
