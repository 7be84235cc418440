#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout 597d11fc3ff981d8be697e7087a746ad94eb8ba7 -- tests
git apply -v - <<'EOF_TEST_PATCH'
diff --git a/tests/test_ranges.py b/tests/test_ranges.py
index 6be53a1..e5c5b10 100644
--- a/tests/test_ranges.py
+++ b/tests/test_ranges.py
@@ -29,6 +29,21 @@ def test_contains(text, inside, outside):
     assert [version for version in outside if contains(text, version)] == []
 
 
+@pytest.mark.parametrize(
+    "text, inside, outside",
+    [
+        ("^0.2.3", ["0.2.3", "0.2.9"], ["0.3.0", "0.9.0", "1.0.0"]),
+        ("^0.2", ["0.2.0", "0.2.9"], ["0.3.0"]),
+        ("^0.0.3", ["0.0.3"], ["0.0.4", "0.1.0"]),
+        ("^0.0", ["0.0.1"], ["0.1.0"]),
+        ("^0", ["0.1.0", "0.9.9"], ["1.0.0"]),
+    ],
+)
+def test_caret_keeps_the_first_number_that_is_not_zero(text, inside, outside):
+    assert [version for version in inside if not contains(text, version)] == []
+    assert [version for version in outside if contains(text, version)] == []
+
+
 def test_prerelease_is_only_for_those_who_ask():
     assert not contains("^1.2.0", "1.3.0-rc.1")
     assert contains(">=1.3.0-rc.1 <2", "1.3.0-rc.2")
diff --git a/tests/test_resolver.py b/tests/test_resolver.py
index c3dac46..63afa88 100644
--- a/tests/test_resolver.py
+++ b/tests/test_resolver.py
@@ -35,6 +35,11 @@ def test_takes_an_older_one_when_the_newest_does_not_go_with_the_others():
     assert chosen(index, {"a": "1", "b": "1"}) == {"a": "1.0.0", "b": "1.0.0", "c": "1.4.0"}
 
 
+def test_stays_on_the_minor_version_before_the_first_major_one():
+    index = index_of(("app", "1.0.0", {"lib": "^0.4.1"}), ("lib", "0.4.1"), ("lib", "0.4.6"), ("lib", "0.5.0"))
+    assert chosen(index, {"app": "1"}) == {"app": "1.0.0", "lib": "0.4.6"}
+
+
 def test_names_who_wants_what():
     index = index_of(("a", "1.0.0", {"b": "^2"}), ("b", "1.0.0"))
     with pytest.raises(Conflict, match="no version of b satisfies \\^2 by a"):
EOF_TEST_PATCH
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout 597d11fc3ff981d8be697e7087a746ad94eb8ba7 -- tests
