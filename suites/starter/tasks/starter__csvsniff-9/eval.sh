#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout eb7ca275fa6a3cef29eeb4a74f3d0fa75f735e36 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout eb7ca275fa6a3cef29eeb4a74f3d0fa75f735e36 -- src/test
