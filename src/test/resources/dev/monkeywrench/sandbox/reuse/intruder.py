"""What a candidate, the same user as the workshop, can do to it: nothing but end it."""

import os
import signal
import sys

sys.path.insert(0, "/mw")
from keeper_java import JavaRunner

null = os.open(os.devnull, os.O_WRONLY)
runner = JavaRunner.start(null, null)
(pid,) = runner.pids()
for name, attempt in (
        ("mem", lambda: open("/proc/%d/mem" % pid, "r+b")),
        ("fd", lambda: os.listdir("/proc/%d/fd" % pid)),
        ("environ", lambda: open("/proc/%d/environ" % pid).read())):
    try:
        attempt()
        print(name, "open")
    except PermissionError:
        print(name, "shut")
os.kill(pid, signal.SIGKILL)
runner.run([], dict(os.environ), "/testbed", 60)
print("sound", runner.sound(), "after its end")
runner.close()
