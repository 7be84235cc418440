#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 5a76cf46e350def714409ef2b4d0c474e91bc903 -- tests
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout 5a76cf46e350def714409ef2b4d0c474e91bc903 -- tests
