#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout a78a17b51bb2b3d3e708ce38257a29d466886dd4 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout a78a17b51bb2b3d3e708ce38257a29d466886dd4 -- src/test
