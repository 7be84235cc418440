"""The processes of the sandbox, seen from its keeper."""

import ctypes
import os
import signal
import subprocess
import time

_PR_SET_DUMPABLE = 4
_ROUNDS = 200
_NAP = 1.0


def nap(seconds):
    """
    Waits for a child to end, whose signal is held back, a second at most. Gives back how much of its time that took: none
    where the sandbox stood still meanwhile, whose clocks go on all the same.
    """
    began = time.monotonic()
    asked = min(seconds, _NAP)
    signal.sigtimedwait((signal.SIGCHLD,), asked)
    took = time.monotonic() - began
    return took if took < asked + _NAP else 0


def dumpable(value):
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, value, 0, 0, 0)


def processes():
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


def end_all_but(spared, asking):
    """Ends every process but those spared and the one that asks with its ancestors; those that breed, again."""
    for attempt in range(_ROUNDS):
        alive = processes()
        kept = _with_ancestors(asking, alive) | {os.getpid()}
        ended = 0
        for pid, (began, _, state) in alive.items():
            if pid in kept or spared.get(pid) == began or state in "ZX":
                continue
            try:
                os.kill(pid, signal.SIGKILL)
                ended += 1
            except OSError:
                continue
        reap()
        if ended == 0:
            return
    raise RuntimeError("processes are left that cannot be ended")


def forget_shared_memory():
    """Removes System V's segments, queues and semaphores, which outlive their processes."""
    for kind in ("shm", "msg", "sem"):
        with open("/proc/sysvipc/" + kind) as file:
            if len(file.readlines()) > 1:
                subprocess.run(["ipcrm", "--all=" + kind], check=True, timeout=10)


def reap():
    reaped = []
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return reaped
        if pid == 0:
            return reaped
        reaped.append((pid, status))
