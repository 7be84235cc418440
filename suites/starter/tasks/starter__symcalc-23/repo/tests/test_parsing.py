import pytest

from symcalc import SyntaxProblem, evaluate, parse


@pytest.mark.parametrize(
    "text, value",
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("2 ^ 3 ^ 2", 512),
        ("-2^2", -4),
        ("2^-1", 0.5),
        ("8 / 4 / 2", 1),
        (".5 * 4", 2),
        ("max(1, 5, 3) - min(2, 4)", 3),
    ],
)
def test_precedence(text, value):
    assert evaluate(parse(text)) == value


@pytest.mark.parametrize("text, position", [("", 0), ("1 +", 3), ("(1", 2), ("1 2", 2), ("1..2", 0), ("a $ b", 2)])
def test_names_the_place_of_a_problem(text, position):
    with pytest.raises(SyntaxProblem) as problem:
        parse(text)
    assert problem.value.position == position
