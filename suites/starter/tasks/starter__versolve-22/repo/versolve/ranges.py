"""Ranges of versions."""

import operator
import re
from dataclasses import dataclass
from typing import Tuple

from versolve.version import Version, VersionError

_COMPARATOR = re.compile(r"\s*(?P<operator>>=|<=|>|<|=|\^|~)?\s*(?P<version>\S+)")
_WILDCARDS = ("x", "X", "*")
_OPERATORS = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq}


class RangeError(ValueError):
    """Text that is no range of versions."""


@dataclass(frozen=True)
class Comparator:
    """One bound, such as ``>=1.2.0``."""

    operator: str
    version: Version

    def holds(self, version):
        return _OPERATORS[self.operator](version, self.version)


@dataclass(frozen=True)
class Range:
    """Alternatives, each a set of comparators that must all hold."""

    text: str
    alternatives: Tuple[Tuple[Comparator, ...], ...]

    def contains(self, version):
        return any(self._satisfies(version, comparators) for comparators in self.alternatives)

    @staticmethod
    def _satisfies(version, comparators):
        if not all(comparator.holds(version) for comparator in comparators):
            return False
        if not version.is_prerelease:
            return True
        # a pre-release is only for those who ask for one of the same release
        return any(
            comparator.version.is_prerelease and comparator.version.release == version.release
            for comparator in comparators
        )

    def __str__(self):
        return self.text


def parse_range(text):
    """Read a range; see the table in the README."""
    alternatives = []
    for part in text.split("||"):
        comparators = []
        for match in _COMPARATOR.finditer(part.strip()):
            comparators.extend(_bounds(match["operator"] or "", match["version"]))
        alternatives.append(tuple(comparators))
    return Range(text.strip(), tuple(alternatives))


def _bounds(symbol, text):
    """The comparators that one piece of a range stands for."""
    numbers, pre = _partial(text)
    if not numbers:
        return []
    low = Version(*(numbers + [0, 0])[:3], pre)
    if symbol == "^":
        return [Comparator(">=", low), Comparator("<", _caret_end(numbers))]
    if symbol == "~":
        return [Comparator(">=", low), Comparator("<", _bump(numbers[:2]))]
    if len(numbers) == 3:
        return [Comparator(symbol or "=", low)]
    if symbol in ("", "="):
        return [Comparator(">=", low), Comparator("<", _bump(numbers))]
    if symbol in ("<", ">="):
        return [Comparator(symbol, low)]
    # >1.2 begins after the last 1.2, and <=1.2 ends there
    return [Comparator(">=" if symbol == ">" else "<", _bump(numbers))]


def _partial(text):
    """The numbers before a wildcard or the end, and the pre-release parts of a full version."""
    try:
        version = Version.parse(text)
        return list(version.release), version.pre
    except VersionError:
        pass
    numbers = []
    for piece in text.split("."):
        if piece in _WILDCARDS:
            break
        if not piece.isdigit() or len(numbers) == 2:
            raise RangeError(f"{text!r} is not a version or a part of one")
        numbers.append(int(piece))
    return numbers, ()


def _bump(numbers):
    """The first version after all that begin with these numbers."""
    raised = numbers[:-1] + [numbers[-1] + 1]
    return Version(*(raised + [0, 0])[:3])


def _caret_end(numbers):
    """The first version that is no longer compatible."""
    return _bump(numbers[:1])
