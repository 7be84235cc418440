#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout cb43c69f7274c42e1dc66c0670ef89f99b6a8481 -- tests
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout cb43c69f7274c42e1dc66c0670ef89f99b6a8481 -- tests
