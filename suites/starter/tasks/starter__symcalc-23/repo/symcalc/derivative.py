"""Derivatives by the rules from school."""

from symcalc.nodes import ONE, ZERO, Binary, Call, Name, Negative, Number, mentions
from symcalc.simplification import simplify


def derive(node, name):
    """The simplified derivative of an expression by a variable."""
    return simplify(_derive(node, name))


def _derive(node, name):
    if not mentions(node, name):
        return ZERO
    if isinstance(node, Name):
        return ONE
    if isinstance(node, Negative):
        return Negative(_derive(node.operand, name))
    if isinstance(node, Call):
        return _chain(node, name)
    left, right = node.left, node.right
    if node.operator in ("+", "-"):
        return Binary(node.operator, _derive(left, name), _derive(right, name))
    if node.operator == "*":
        return Binary("+", _times(_derive(left, name), right), _times(left, _derive(right, name)))
    if node.operator == "/":
        above = Binary("-", _times(_derive(left, name), right), _times(left, _derive(right, name)))
        return Binary("/", above, Binary("^", right, Number(2)))
    return _power(left, right, name)


def _power(base, exponent, name):
    if mentions(exponent, name):
        # u^v is exp(v * ln(u))
        return _times(Binary("^", base, exponent), _derive(_times(exponent, Call("ln", (base,))), name))
    lowered = Binary("^", base, Binary("-", exponent, ONE))
    return _times(_times(exponent, lowered), _derive(base, name))


def _chain(call, name):
    if len(call.arguments) != 1:
        raise ValueError(f"{call.function} has no derivative here")
    inner = call.arguments[0]
    outer = {
        "sin": lambda: Call("cos", (inner,)),
        "cos": lambda: Negative(Call("sin", (inner,))),
        "exp": lambda: call,
        "ln": lambda: Binary("/", ONE, inner),
        "sqrt": lambda: Binary("/", ONE, _times(Number(2), call)),
    }
    if call.function not in outer:
        raise ValueError(f"{call.function} has no derivative here")
    return _times(outer[call.function](), _derive(inner, name))


def _times(left, right):
    return Binary("*", left, right)
