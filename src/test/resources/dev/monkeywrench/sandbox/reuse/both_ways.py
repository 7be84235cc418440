"""Runs each step by a plain junit-run and by the keeper's runner, and prints what came of both, a line of JSON a step."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, "/mw")
from keeper_java import JavaRunner

_ROOT = "/testbed"
_OUT = "/tmp/out"
_CLASSES = "/tmp/classes"
_REPORT = "/tmp/report.xml"


def write(files):
    for name in os.listdir(_ROOT):
        path = os.path.join(_ROOT, name)
        shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
    for name, content in files.items():
        path = os.path.join(_ROOT, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(content)
        os.utime(path, (1000000000, 1000000000))  # no two versions can be told by their times
    for leftover in (_CLASSES, _REPORT):
        if os.path.isdir(leftover):
            shutil.rmtree(leftover)
        elif os.path.exists(leftover):
            os.unlink(leftover)


def plain(text):
    """Without what no two runs share: times, and the frames beneath the tests."""
    text = re.sub(r'time="[0-9.]+"', 'time=""', text)
    text = re.sub(r"(/tmp/\S*?classes)\d+", r"\1", text)
    return "\n".join(line for line in text.splitlines() if "junitrun" not in line and "Accessor" not in line)


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return plain(file.read())


def compiled():
    """Every class that the tests were given, with a digest of its octets; those of a failed compilation go nowhere."""
    found = []
    for folder, _, files in os.walk(_CLASSES):
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            found.append(re.sub(r"classes\d+/", "", os.path.relpath(path, _CLASSES)) + " " + digest)
    return sorted(found)


def result(status):
    return {"status": status, "said": read(_OUT), "report": read(_REPORT), "classes": [] if status == 4 else compiled()}


def main():
    with open("/mw/steps.json", encoding="utf-8") as file:
        steps = json.load(file)
    output = os.open(_OUT, os.O_CREAT | os.O_RDWR | os.O_APPEND)
    null = os.open(os.devnull, os.O_WRONLY)
    runner = JavaRunner.start(output, null)
    for step in steps:
        environment = dict(os.environ, MW_JUNIT_XML=_REPORT, **step["environment"])
        arguments = ["--out", _CLASSES] + step["arguments"]
        directory = os.path.join(_ROOT, step["directory"]).rstrip("/")
        both = []
        write(step["files"])
        os.ftruncate(output, 0)
        both.append(result(subprocess.call(
            ["junit-run"] + arguments, env=environment, cwd=directory, stdin=subprocess.DEVNULL, stdout=output, stderr=null)))
        write(step["files"])
        os.ftruncate(output, 0)
        both.append(result(runner.run(arguments, environment, directory, 300)))
        runner.prepare()
        print(json.dumps({"name": step["name"], "plain": both[0], "kept": both[1], "sound": runner.sound()}), flush=True)
    runner.close()


main()
