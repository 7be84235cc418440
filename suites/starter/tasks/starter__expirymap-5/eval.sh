#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 5b95faef724de556c7a8b7f3c4ff2ce7688220ed -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 5b95faef724de556c7a8b7f3c4ff2ce7688220ed -- src/test
