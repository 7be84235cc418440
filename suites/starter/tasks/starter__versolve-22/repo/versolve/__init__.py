"""Versions that go together."""

from versolve.index import Index
from versolve.ranges import RangeError, parse_range
from versolve.resolver import Conflict, resolve
from versolve.version import Version, VersionError

__all__ = ["Conflict", "Index", "RangeError", "Version", "VersionError", "parse_range", "resolve"]
