import pytest

from symcalc import derive, evaluate, parse, to_text


@pytest.mark.parametrize(
    "text, derivative",
    [
        ("7", "0"),
        ("x", "1"),
        ("x^2 + 3*x", "2 * x + 3"),
        ("x^2 - 5", "2 * x"),
        ("-x", "-1"),
        ("sin(x)", "cos(x)"),
        ("exp(2 * x)", "2 * exp(2 * x)"),
        ("ln(x)", "1 / x"),
        ("y * x", "y"),
    ],
)
def test_derives(text, derivative):
    assert to_text(derive(parse(text), "x")) == derivative


def test_refuses_functions_without_a_rule():
    with pytest.raises(ValueError):
        derive(parse("abs(x)"), "x")
