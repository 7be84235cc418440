#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 259ba34b9eea36614dfb00a1e938f28f6d45035f -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 259ba34b9eea36614dfb00a1e938f28f6d45035f -- src/test
