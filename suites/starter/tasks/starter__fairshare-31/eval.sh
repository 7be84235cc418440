#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout cef28e7b8fd9aeb6e11d308159d78dbb0c4c71ed -- tests
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout cef28e7b8fd9aeb6e11d308159d78dbb0c4c71ed -- tests
