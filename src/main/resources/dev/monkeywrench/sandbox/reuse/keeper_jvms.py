"""What the runner of Java says to its JVMs, and how it waits for them. Python 3.6 and later."""

import os
import select
import signal
import struct
import time

from keeper_processes import nap

_MOST_ANSWERED = 64 << 20


class Answer(object):
    """Reads one message, by a moment."""

    def __init__(self, descriptor, until):
        self._descriptor = descriptor
        self._until = until

    def texts(self):
        (count,) = struct.unpack("!i", self._octets(4))
        if not 0 < count < 10:
            raise ValueError("no message of ours")
        found = []
        for _ in range(count):
            (size,) = struct.unpack("!i", self._octets(4))
            if not 0 <= size <= _MOST_ANSWERED:
                raise ValueError("no message of ours")
            found.append(self._octets(size).decode("utf-8", "strict"))
        return found

    def _octets(self, size):
        octets = b""
        while len(octets) < size:
            ready, _, _ = select.select([self._descriptor], [], [], max(0, self._until - time.monotonic()))
            piece = os.read(self._descriptor, min(size - len(octets), 1 << 20)) if ready else b""
            if not piece:
                raise ValueError("cut short")
            octets += piece
        return octets


def message(texts):
    message = struct.pack("!i", len(texts))
    for text in texts:
        octets = text.encode("utf-8", "strict")
        message += struct.pack("!i", len(octets)) + octets
    return message


def write(descriptor, content):
    content = memoryview(content if isinstance(content, bytes) else content.encode("utf-8"))
    while content:
        content = content[os.write(descriptor, content):]


def waited(process, until):
    """As a shell would tell it: 128 and the signal's number for one that a signal ended. Nothing when the time is over."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGCHLD,))
    left = until - time.monotonic()
    try:
        while True:
            ended, status = os.waitpid(process.pid, os.WNOHANG)
            if ended:
                process.returncode = 0  # told: nobody is to wait for it again
                return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            if left <= 0:
                return None
            left -= nap(left)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end(process):
    try:
        process.kill()
        os.waitpid(process.pid, 0)
    except (OSError, ChildProcessError):
        pass
    process.returncode = 0
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def has_content(file):
    try:
        return os.stat(file).st_size > 0
    except OSError:
        return False


def remove(file):
    try:
        os.unlink(file)
    except OSError:
        pass
