"""Runs junit-run for the keeper: the sources are compiled by a JVM that stays, the tests run in one that started ahead.

The one that stays (the workshop) never runs code of the repository, and the program it runs by is unreadable, so that
the kernel lets nobody of the same user into its memory or its descriptors. A test JVM serves one candidate only. What
cannot be shown to be the same as a plain junit-run is run by a plain junit-run. Python 3.6 and later.
"""

import os
import shutil
import struct
import subprocess
import tempfile
import time

from keeper_jvms import Answer, end, has_content, message, remove, waited, write

_HOME = "/opt/monkeywrench"
_PROGRAM = _HOME + "/bin/junit-run"
_WORKSHOP = _HOME + "/lib/junit-workshop.options"
_SPARE = _HOME + "/lib/junit-spare.options"
_ROOT = "/testbed"
_STARTING = 60  # seconds
_NOT_FINISHED = 3
_NO_VERDICT = "junit-run: the tests ended the JVM themselves or changed its report: whatever they claim, it is no verdict\n"
# What the workshop's JVM would read: where it differs from the workshop's own, the workshop cannot stand for it.
_READ_BY_JAVA = ("LANG", "LC_", "JAVA", "_JAVA", "JDK_", "CLASSPATH", "LD_", "MALLOC_")


class JavaRunner(object):
    """Used by one thread. The children's ends are waited for here, by their numbers, and by nobody else."""

    @classmethod
    def start(cls, stdout=1, stderr=2):
        """The runner, its workshop ready; None where the image has no junit-run that can be kept ready."""
        files = (_PROGRAM, _WORKSHOP, _SPARE)
        if not all(os.path.exists(file) for file in files) or shutil.which("java") is None:
            return None
        runner = cls(stdout, stderr)
        if runner._ask(["ready"], time.monotonic() + _STARTING) != ["ready"]:
            runner.close()
            return None
        return runner

    def __init__(self, stdout, stderr):
        self._stdout, self._stderr = stdout, stderr
        self._java = os.path.realpath(shutil.which("java"))
        self._relevant = _relevant(os.environ)
        self._sound = True
        self._spare = None
        self._last = None
        with open(_WORKSHOP) as file:
            words = file.read().split()
        # beside the JVM's own program, which finds the rest of itself from there
        shut = os.path.join(os.path.dirname(self._java), "java-shut")
        self._workshop = subprocess.Popen(
            [shut] + words, cwd=_ROOT, start_new_session=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def sound(self):
        """False once the workshop is gone or said anything it should not: then the sandbox must go."""
        return self._sound

    def pids(self):
        """Whom the keeper must not end between two candidates. No code of a candidate has run in them."""
        return [child.pid for child in (self._workshop, self._spare and self._spare.process) if child is not None]

    def prepare(self):
        """Starts the next test JVM, like the last. Called once nothing of the candidate before is left."""
        if self._sound and self._spare is None and self._last is not None:
            self._spare = _Spare(self._last, self._stdout, self._stderr)

    def run(self, arguments, environment, directory, seconds):
        """The status with which junit-run with these arguments ends; nothing when its time is over. Ends no process then."""
        until = time.monotonic() + seconds
        spare, self._spare = self._spare, None
        kind = _kind(environment, directory)
        if spare is not None and (spare.kind != kind or not spare.waits()):
            spare.dismiss()
            spare = None
        answer = self._compiled(arguments, environment, directory, until)
        if answer is None:
            if spare is not None:
                spare.dismiss()
            return self._plain(arguments, environment, directory, until)
        self._last = kind
        status, said, classes = answer
        write(self._stdout, said)
        if status != 0:
            self._spare = spare  # it has seen nothing of this candidate
            return status
        if spare is None:
            spare = _Spare(kind, self._stdout, self._stderr)
        order = environment.get("MW_TEST_ORDER")
        return spare.run(
            [_optional(environment.get("MW_JUNIT_XML")), classes], (["--order", order] if order else []) + arguments, until)

    def close(self):
        """Ends what was started."""
        self._sound = False
        if self._spare is not None:
            self._spare.dismiss()
            self._spare = None
        end(self._workshop)

    def _compiled(self, arguments, environment, directory, until):
        if directory != _ROOT or "MW_COVERAGE" in environment or _relevant(environment) != self._relevant:
            return None
        program = shutil.which("java", path=environment.get("PATH", os.defpath))
        if program is None or os.path.realpath(program) != self._java:
            return None
        answer = self._ask(["compile", _optional(environment.get("MW_JUNIT_XML"))] + arguments, until)
        if answer is None or answer == ["plain"]:
            return None
        if len(answer) != 3 or answer[0] not in ("0", "2", "4"):
            self._sound = False
            return None
        return int(answer[0]), answer[1], answer[2]

    def _ask(self, texts, until):
        """The workshop's answer; None, and nothing is sound any more, where there is none in time."""
        if not self._sound:
            return None
        try:
            request = message(texts)
        except UnicodeEncodeError:
            return None
        try:
            write(self._workshop.stdin.fileno(), request)
            return Answer(self._workshop.stdout.fileno(), until).texts()
        except (OSError, ValueError, struct.error):
            self._sound = False
            return None

    def _plain(self, arguments, environment, directory, until):
        process = subprocess.Popen(
            [_PROGRAM] + arguments, env=environment, cwd=directory, start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=self._stdout, stderr=self._stderr)
        return waited(process, until)


class _Spare(object):
    """A test JVM that waits for its order. It ends by itself where there comes none."""

    def __init__(self, kind, stdout, stderr):
        self.kind = kind
        self._stdout = stdout
        environment, directory = kind
        self.process = subprocess.Popen(
            ["java", "@" + _SPARE], env=dict(environment), cwd=directory, start_new_session=True,
            stdin=subprocess.PIPE, stdout=stdout, stderr=stderr)

    def waits(self):
        try:
            return os.waitpid(self.process.pid, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    def run(self, order, arguments, until):
        descriptor, finished = tempfile.mkstemp(prefix="tmp.", dir="/tmp")
        os.close(descriptor)
        try:
            write(self.process.stdin.fileno(), message(order + [finished] + arguments))
            self.process.stdin.close()
        except OSError:
            pass  # its end tells
        status = waited(self.process, until)
        if status == 0 and not has_content(finished):
            status = _NOT_FINISHED
            write(self._stdout, _NO_VERDICT)
        remove(finished)
        return status

    def dismiss(self):
        end(self.process)


def _kind(environment, directory):
    """What a JVM cannot change after its start. Our own variables are given with the order."""
    return tuple(sorted((k, v) for k, v in environment.items() if not k.startswith("MW_"))), directory


def _relevant(environment):
    return sorted((name, value) for name, value in environment.items() if name.startswith(_READ_BY_JAVA))


def _optional(text):
    return "" if text is None else "=" + text
