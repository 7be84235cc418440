#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 3289571be08c58057120bbf36a48693bba62ef09 -- src/test
git apply -v - <<'EOF_TEST_PATCH'
diff --git a/src/test/java/com/example/globwalk/GlobTest.java b/src/test/java/com/example/globwalk/GlobTest.java
index 919b2bb..866ba70 100644
--- a/src/test/java/com/example/globwalk/GlobTest.java
+++ b/src/test/java/com/example/globwalk/GlobTest.java
@@ -67,6 +67,13 @@ class GlobTest {
         differs("[a-c]x[!0-9]", "dxx", "ax7", "ax");
     }
 
+    @Test
+    void hyphenAtTheEndOfClassStandsForItself() {
+        matches("[a-]x", "ax", "-x");
+        matches("[!a-]", "b");
+        differs("[a-]x", "bx");
+    }
+
     @Test
     void bracesAreAlternatives() {
         matches("*.{java,k{t,ts}}", "A.java", "A.kt", "A.kts");
EOF_TEST_PATCH
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 3289571be08c58057120bbf36a48693bba62ef09 -- src/test
