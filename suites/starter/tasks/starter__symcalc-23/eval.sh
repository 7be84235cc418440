#!/bin/bash
set -uxo pipefail
cd /testbed
git config --global --add safe.directory /testbed
git checkout fc324cc8aa2142389bbb9df4c4b1d7ed9fa5123b -- tests
git apply -v - <<'EOF_TEST_PATCH'
diff --git a/tests/test_derivative.py b/tests/test_derivative.py
index 3194a82..a94bb76 100644
--- a/tests/test_derivative.py
+++ b/tests/test_derivative.py
@@ -21,6 +21,15 @@ def test_derives(text, derivative):
     assert to_text(derive(parse(text), "x")) == derivative
 
 
+@pytest.mark.parametrize("text", ["3 - x^2", "5 - sin(x) * x", "1 / (2 - x)"])
+def test_slope_agrees_with_two_close_points(text):
+    expression = parse(text)
+    step = 1e-6
+    above = evaluate(expression, {"x": 0.5 + step})
+    below = evaluate(expression, {"x": 0.5 - step})
+    assert evaluate(derive(expression, "x"), {"x": 0.5}) == pytest.approx((above - below) / (2 * step), rel=1e-4)
+
+
 def test_refuses_functions_without_a_rule():
     with pytest.raises(ValueError):
         derive(parse("abs(x)"), "x")
diff --git a/tests/test_simplification.py b/tests/test_simplification.py
index 77de9d3..ad70fa9 100644
--- a/tests/test_simplification.py
+++ b/tests/test_simplification.py
@@ -27,3 +27,8 @@ from symcalc import parse, simplify, to_text
 )
 def test_simplifies(text, simple):
     assert to_text(simplify(parse(text))) == simple
+
+
+@pytest.mark.parametrize("text, simple", [("0 - x", "0 - x"), ("0 - x * 1", "0 - x"), ("1 - (0 - x)", "1 - (0 - x)")])
+def test_keeps_the_sign_of_what_is_taken_from_zero(text, simple):
+    assert to_text(simplify(parse(text))) == simple
EOF_TEST_PATCH
: '>>>>> Start Test Output'
python3 -m pytest -rA -p no:cacheprovider tests
: '>>>>> End Test Output'
git checkout fc324cc8aa2142389bbb9df4c4b1d7ed9fa5123b -- tests
