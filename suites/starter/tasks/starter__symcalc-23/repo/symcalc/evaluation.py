"""The value of an expression."""

import math
import operator

from symcalc.nodes import Binary, Call, Name, Negative, Number


class EvaluationError(ValueError):
    """An expression without a value."""


# name: (function, least and most number of arguments)
FUNCTIONS = {
    "abs": (abs, 1, 1),
    "sqrt": (math.sqrt, 1, 1),
    "exp": (math.exp, 1, 1),
    "ln": (math.log, 1, 1),
    "sin": (math.sin, 1, 1),
    "cos": (math.cos, 1, 1),
    "min": (min, 2, math.inf),
    "max": (max, 2, math.inf),
}
CONSTANTS = {"pi": math.pi, "e": math.e}

_OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}


def evaluate(node, variables=None):
    """The value of an expression; variables go before constants of the same name."""
    variables = variables or {}
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return _lookup(node.name, variables)
    if isinstance(node, Negative):
        return -evaluate(node.operand, variables)
    if isinstance(node, Binary):
        return apply(node.operator, evaluate(node.left, variables), evaluate(node.right, variables))
    if isinstance(node, Call):
        return _call(node.function, [evaluate(argument, variables) for argument in node.arguments])
    raise TypeError(f"not an expression: {node!r}")


def apply(symbol, left, right):
    try:
        return _OPERATORS[symbol](left, right)
    except ZeroDivisionError:
        raise EvaluationError(f"division by zero in {left} {symbol} {right}") from None
    except OverflowError:
        raise EvaluationError(f"{left} {symbol} {right} is too large") from None


def _lookup(name, variables):
    if name in variables:
        return variables[name]
    if name in CONSTANTS:
        return CONSTANTS[name]
    raise EvaluationError(f"no value for {name!r}")


def _call(name, values):
    if name not in FUNCTIONS:
        raise EvaluationError(f"unknown function {name!r}")
    function, least, most = FUNCTIONS[name]
    if not least <= len(values) <= most:
        raise EvaluationError(f"{name} does not take {len(values)} arguments")
    try:
        return function(*values)
    except ValueError:
        raise EvaluationError(f"{name} is not defined at {values[0]}") from None
