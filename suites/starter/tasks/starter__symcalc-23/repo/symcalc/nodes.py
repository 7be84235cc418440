"""The parts of an expression; equal expressions are equal objects."""

from dataclasses import dataclass
from typing import Tuple, Union


@dataclass(frozen=True)
class Number:
    value: Union[int, float]


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Negative:
    operand: "Node"


@dataclass(frozen=True)
class Binary:
    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    function: str
    arguments: Tuple["Node", ...]


Node = Union[Number, Name, Negative, Binary, Call]

ZERO = Number(0)
ONE = Number(1)


def is_number(node, value):
    return isinstance(node, Number) and node.value == value


def mentions(node, name):
    """Whether a variable occurs in an expression."""
    if isinstance(node, Name):
        return node.name == name
    if isinstance(node, Negative):
        return mentions(node.operand, name)
    if isinstance(node, Binary):
        return mentions(node.left, name) or mentions(node.right, name)
    if isinstance(node, Call):
        return any(mentions(argument, name) for argument in node.arguments)
    return False
