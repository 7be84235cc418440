#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout a0fdd0983b3116fd7dbac0865ccf1f510e81cc6a -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout a0fdd0983b3116fd7dbac0865ccf1f510e81cc6a -- src/test
