"""Runs in the keeper of a sandbox: applies a candidate, applies the tests, runs them and reports, as drive.sh does.

Only the usual case is here: patches that git applies at once, a test command of plain words that the keeper can run, no
report files besides one. Whatever else happens is 'unusual', and drive.sh is asked. Candidates' code never runs in this
process, only in one that is forked from it.
"""

import base64
import glob
import os
import stat
import subprocess
import tempfile

_ROOT = "/testbed"
_MOST_BOOK = 32 << 20
_MOST_DOCUMENT = 8 << 20
_MOST_DOCUMENTS = 2000
_GIT_SECONDS = 60


def main(order, keeper):
    frames = []

    def say(name, content=b""):
        frames.append(b"%s %s %s\n" % (order["key"].encode("ascii"), name, base64.b64encode(content)))

    if not keeper.can_run(order["words"]):
        say(b"unusual", b"not a command that the keeper runs")
    elif not all(_applied(order[diff], keeper.environment) for diff in ("candidate", "tests") if order[diff]):
        say(b"unusual", b"a patch that git does not apply at once")
    else:
        if order["candidate"]:
            say(b"applied", b"git apply --verbose")
        _run(order, keeper, say)
    _write(keeper.out, b"".join(frames))


def _applied(diff, environment):
    environment = dict(environment, GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
    done = subprocess.run(
        ["git", "apply", "--verbose", "-"],
        input=diff.encode("utf-8"),
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_GIT_SECONDS,
    )
    return done.returncode == 0


def _run(order, keeper, say):
    place = tempfile.mkdtemp(prefix="mw.", dir="/tmp")
    os.mkdir(place + "/junit")
    environment = dict(keeper.environment)
    environment["MW_JUNIT_XML"] = place + "/junit/report.xml"
    python = not keeper.is_java(order["words"])
    if order["junit"] and python:
        own = environment.get("PYTEST_ADDOPTS")
        environment["PYTEST_ADDOPTS"] = "--junitxml=" + environment["MW_JUNIT_XML"] + (" " + own if own else "")
    if order.get("lines") and not python:
        environment["MW_TEST_ORDER"] = place + "/order"
        with open(environment["MW_TEST_ORDER"], "x", encoding="ascii") as file:
            file.write(order["lines"])
    nothing = os.open(os.devnull, os.O_RDONLY)
    descriptors = {0: nothing, 1: keeper.log, 2: keeper.log}
    brought = {}
    reading = None
    if order["witness"] and python:
        module = order["module"]
        own = environment.get("PYTEST_PLUGINS")
        environment["PYTEST_PLUGINS"] = module + ("," + own if own else "")
        brought[module] = order["witness"], {"_PLAN": order.get("plan"), "_WATCHED_OVER": False}
        # Given to the tests as open files without a name: where the witness writes, and its key.
        key = _nameless(place, order["witnessKey"].encode("ascii"), os.O_RDONLY)
        path = place + "/witness"
        descriptors[8] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        descriptors[9] = key
        reading = os.open(path, os.O_RDONLY)
        os.unlink(path)
    say(b"started")
    code = keeper.run(order["words"], environment, descriptors, brought, order["seconds"])
    for number in (0, 8, 9):
        if number in descriptors:
            os.close(descriptors[number])
    if code is None:
        say(b"late")
        return
    say(b"exit", b"%d" % (code if code >= 0 else 128 - code))
    say(b"witness", _read(reading, _MOST_BOOK) if reading is not None else b"")
    if reading is not None:
        os.close(reading)
    _collect(place + "/junit/*.xml", say)
    say(b"end")


def _nameless(place, content, way):
    path = place + "/key"
    with open(path, "xb") as file:
        file.write(content)
    descriptor = os.open(path, way)
    os.unlink(path)
    return descriptor


def _collect(pattern, say):
    for count, path in enumerate(sorted(glob.glob(pattern)), 1):
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            continue
        content = _read(descriptor, _MOST_DOCUMENT + 1) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
        os.close(descriptor)
        if content is None:
            continue
        if count > _MOST_DOCUMENTS or len(content) > _MOST_DOCUMENT:
            say(b"excess", b"%d" % count)
            return
        say(b"document", content)


def _read(descriptor, most):
    pieces = []
    while most > 0:
        piece = os.read(descriptor, min(most, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _write(descriptor, content):
    while content:
        content = content[os.write(descriptor, content):]
