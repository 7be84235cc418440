"""Shorter expressions of the same value."""

from symcalc.evaluation import EvaluationError, apply
from symcalc.nodes import ONE, ZERO, Binary, Call, Name, Negative, Number, is_number


def simplify(node):
    """Work out what is constant and drop what has no effect, from the inside out."""
    if isinstance(node, Negative):
        return _simplify_negative(simplify(node.operand))
    if isinstance(node, Binary):
        return _simplify_binary(node.operator, simplify(node.left), simplify(node.right))
    if isinstance(node, Call):
        return Call(node.function, tuple(simplify(argument) for argument in node.arguments))
    if isinstance(node, (Number, Name)):
        return node
    raise TypeError(f"not an expression: {node!r}")


def _simplify_negative(operand):
    if isinstance(operand, Number):
        return Number(-operand.value)
    if isinstance(operand, Negative):
        return operand.operand
    return Negative(operand)


def _simplify_binary(operator, left, right):
    if isinstance(left, Number) and isinstance(right, Number):
        return _fold(operator, left, right)
    if operator in ("+", "-"):
        return _simplify_sum(operator, left, right)
    if operator == "*":
        return _simplify_product(left, right)
    if operator == "/" and is_number(right, 1):
        return left
    if operator == "^":
        return _simplify_power(left, right)
    return Binary(operator, left, right)


def _fold(operator, left, right):
    """A division that does not come out even, or not at all, stays as it was written."""
    try:
        value = apply(operator, left.value, right.value)
    except EvaluationError:
        return Binary(operator, left, right)
    if isinstance(value, complex):
        return Binary(operator, left, right)
    if operator == "/" and value != int(value):
        return Binary(operator, left, right)
    return Number(int(value) if value == int(value) else value)


def _simplify_sum(operator, left, right):
    if is_number(right, 0):
        return left
    if is_number(left, 0):
        return right
    if operator == "-" and left == right:
        return ZERO
    return Binary(operator, left, right)


def _simplify_product(left, right):
    if is_number(left, 0) or is_number(right, 0):
        return ZERO
    if is_number(left, 1):
        return right
    if is_number(right, 1):
        return left
    if isinstance(right, Number):
        return Binary("*", right, left)
    return Binary("*", left, right)


def _simplify_power(base, exponent):
    if is_number(exponent, 0):
        return ONE
    if is_number(exponent, 1):
        return base
    return Binary("^", base, exponent)
