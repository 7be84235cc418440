#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 46ab28a990faa7851430a36e1c17e13c1b9678f1 -- src/test
git apply -v - <<'EOF_TEST_PATCH'
diff --git a/src/test/java/com/example/globwalk/GlobTest.java b/src/test/java/com/example/globwalk/GlobTest.java
index 403f600..919b2bb 100644
--- a/src/test/java/com/example/globwalk/GlobTest.java
+++ b/src/test/java/com/example/globwalk/GlobTest.java
@@ -53,7 +53,7 @@ class GlobTest {
     @Test
     void twoStarsAtTheEndMatchAllInside() {
         matches("src/**", "src/a", "src/a/b");
-        differs("src/**", "lib/a");
+        differs("src/**", "src", "lib/a");
     }
 
     @Test
diff --git a/src/test/java/com/example/globwalk/PathFilterTest.java b/src/test/java/com/example/globwalk/PathFilterTest.java
index b3221c1..6b6f7d8 100644
--- a/src/test/java/com/example/globwalk/PathFilterTest.java
+++ b/src/test/java/com/example/globwalk/PathFilterTest.java
@@ -33,4 +33,10 @@ class PathFilterTest {
         PathFilter filter = PathFilter.parse(List.of("**", "**/.env"));
         assertEquals(List.of("a", "web/.env"), filter.select(List.of("a", "web/.env", "web/.idea")));
     }
+
+    @Test
+    void emptyingFolderKeepsTheFolder() {
+        PathFilter filter = PathFilter.parse(List.of("**", "!build/**"));
+        assertEquals(List.of("build", "src"), filter.select(List.of("build", "build/a.o", "build/x/b.o", "src")));
+    }
 }
EOF_TEST_PATCH
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout 46ab28a990faa7851430a36e1c17e13c1b9678f1 -- src/test
