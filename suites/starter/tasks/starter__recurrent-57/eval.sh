#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 7479216347245bea43a928135bd8cfcfb8d6f500 -- tests
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout 7479216347245bea43a928135bd8cfcfb8d6f500 -- tests
