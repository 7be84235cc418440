#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 55457a72015dfa5a2f326d3c83746026e7458db9 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 55457a72015dfa5a2f326d3c83746026e7458db9 -- src/test
