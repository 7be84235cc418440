#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 621dd1c1ff9a440dac6dc6ee41c233c153282ad0 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 621dd1c1ff9a440dac6dc6ee41c233c153282ad0 -- src/test
