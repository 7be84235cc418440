#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout e9d9dad7ad0b905cc96260eb3708566bd5eaf245 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout e9d9dad7ad0b905cc96260eb3708566bd5eaf245 -- src/test
