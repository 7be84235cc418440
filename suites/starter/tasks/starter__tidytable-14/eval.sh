#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 1c440af30c4654929b84e07367312cacfdc11f47 -- tests
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout 1c440af30c4654929b84e07367312cacfdc11f47 -- tests
