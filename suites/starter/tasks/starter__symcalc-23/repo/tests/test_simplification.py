import pytest

from symcalc import parse, simplify, to_text


@pytest.mark.parametrize(
    "text, simple",
    [
        ("x + 0", "x"),
        ("0 + x", "x"),
        ("x - 0", "x"),
        ("x - x", "0"),
        ("x * 1", "x"),
        ("0 * sin(x)", "0"),
        ("x * 3", "3 * x"),
        ("x ^ 1", "x"),
        ("x ^ 0", "1"),
        ("x / 1", "x"),
        ("2 + 3 * 4", "14"),
        ("1 / 3", "1 / 3"),
        ("6 / 3", "2"),
        ("1 / 0", "1 / 0"),
        ("--x", "x"),
        ("-(2)", "-2"),
        ("f(1 + 1)", "f(2)"),
    ],
)
def test_simplifies(text, simple):
    assert to_text(simplify(parse(text))) == simple
