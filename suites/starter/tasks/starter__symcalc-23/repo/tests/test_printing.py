import pytest

from symcalc import parse, to_text


@pytest.mark.parametrize(
    "text", ["a - (b - c)", "(a + b) * c", "-(a + b)", "(-a)^2", "2^3^2", "(2^3)^2", "f(a, b + 1)", "a / (b * c)"]
)
def test_keeps_the_brackets_it_needs(text):
    assert to_text(parse(text)) == text


def test_drops_the_others():
    assert to_text(parse("((a)) + ((b * c))")) == "a + b * c"
