"""Expressions as text, with no more brackets than are needed."""

from symcalc.nodes import Binary, Call, Name, Negative, Number
from symcalc.parsing import PRECEDENCE, SIGN_PRECEDENCE

_ATOM = 100


def to_text(node):
    return _text(node)[0]


def _text(node):
    """The text of an expression and how tightly it holds together."""
    if isinstance(node, Number):
        return str(node.value), _ATOM if node.value >= 0 else SIGN_PRECEDENCE
    if isinstance(node, Name):
        return node.name, _ATOM
    if isinstance(node, Call):
        return f"{node.function}({', '.join(to_text(argument) for argument in node.arguments)})", _ATOM
    if isinstance(node, Negative):
        return "-" + _bracketed(node.operand, SIGN_PRECEDENCE), SIGN_PRECEDENCE
    return _binary_text(node)


def _binary_text(node):
    precedence = PRECEDENCE[node.operator]
    if node.operator == "^":
        left = _bracketed(node.left, precedence + 1)
        return f"{left}^{_bracketed(node.right, precedence)}", precedence
    left = _bracketed(node.left, precedence)
    # a - (b - c) needs its brackets, a + (b + c) would not, but keeps them too
    right = _bracketed(node.right, precedence + 1)
    return f"{left} {node.operator} {right}", precedence


def _bracketed(node, least):
    text, precedence = _text(node)
    return text if precedence >= least else f"({text})"
