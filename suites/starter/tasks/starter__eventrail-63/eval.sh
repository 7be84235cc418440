#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout a54efcdb623a5d3d9e6758fd347f467dc2b942d0 -- src/test
git apply -v - <<'EOF_TEST_PATCH'
diff --git a/src/test/java/com/example/eventrail/EventBusTest.java b/src/test/java/com/example/eventrail/EventBusTest.java
index 48b9b83..a4e4455 100644
--- a/src/test/java/com/example/eventrail/EventBusTest.java
+++ b/src/test/java/com/example/eventrail/EventBusTest.java
@@ -70,6 +70,46 @@ class EventBusTest {
         assertEquals(0, bus.subscribers());
     }
 
+    @Test
+    void subscriberOfOnceHearsOneEvent() {
+        bus.subscribeOnce(String.class, note("once"));
+        bus.publish("x");
+        bus.publish("y");
+        assertEquals(List.of("once x"), trail);
+    }
+
+    @Test
+    void onceDoesNotDisturbThoseAfterIt() {
+        bus.subscribeOnce(String.class, note("once"));
+        bus.subscribe(String.class, note("second"));
+        bus.subscribe(String.class, note("third"));
+        bus.publish("x");
+        bus.publish("y");
+        assertEquals(List.of("once x", "second x", "third x", "second y", "third y"), trail);
+    }
+
+    @Test
+    void subscriberCancelledMeanwhileHearsNothingMore() {
+        Subscription[] last = new Subscription[1];
+        bus.subscribe(String.class, Priority.FIRST, event -> last[0].cancel());
+        bus.subscribe(String.class, note("middle"));
+        last[0] = bus.subscribe(String.class, Priority.LAST, note("last"));
+        bus.publish("x");
+        assertEquals(List.of("middle x"), trail);
+    }
+
+    @Test
+    void subscriberThatComesMeanwhileHearsTheNextEvent() {
+        bus.subscribe(String.class, Priority.FIRST, event -> {
+            if (event.equals("a")) {
+                bus.subscribe(String.class, note("new"));
+            }
+        });
+        bus.publish("a");
+        bus.publish("b");
+        assertEquals(List.of("new b"), trail);
+    }
+
     @Test
     void unheardEventIsPublishedAsSuch() {
         bus.subscribe(UnheardEvent.class, note("unheard"));
EOF_TEST_PATCH
: '>>>>> Start Test Output'
/opt/monkeywrench/bin/junit-run
: '>>>>> End Test Output'
git checkout a54efcdb623a5d3d9e6758fd347f467dc2b942d0 -- src/test
