#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 7e3f054800f22aa54aa3822a55c377e21cf34068 -- src/test
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 7e3f054800f22aa54aa3822a55c377e21cf34068 -- src/test
