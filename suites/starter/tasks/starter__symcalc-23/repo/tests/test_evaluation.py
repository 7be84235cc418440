import math

import pytest

from symcalc import EvaluationError, evaluate, parse


def test_uses_variables_before_constants():
    assert evaluate(parse("e + pi"), {"e": 1}) == pytest.approx(1 + math.pi)


def test_calls_functions():
    assert evaluate(parse("sqrt(x) + abs(-3)"), {"x": 16}) == 7


@pytest.mark.parametrize("text", ["1 / 0", "y + 1", "foo(1)", "sqrt(1, 2)", "min(1)", "ln(0)", "10.0 ^ 999"])
def test_explains_why_there_is_no_value(text):
    with pytest.raises(EvaluationError):
        evaluate(parse(text))
