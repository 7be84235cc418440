"""Semantic versions and their order."""

import re
from functools import total_ordering

_VERSION = re.compile(
    r"v?(?P<major>0|[1-9]\d*)\.(?P<minor>0|[1-9]\d*)\.(?P<patch>0|[1-9]\d*)"
    r"(?:-(?P<pre>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
    r"(?:\+(?P<build>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)


class VersionError(ValueError):
    """Text that is no semantic version."""


@total_ordering
class Version:
    """A version such as ``1.4.0-rc.1+linux``; what follows the plus plays no part in comparisons."""

    __slots__ = ("major", "minor", "patch", "pre", "build")

    def __init__(self, major, minor=0, patch=0, pre=(), build=""):
        self.major = major
        self.minor = minor
        self.patch = patch
        self.pre = tuple(pre)
        self.build = build

    @classmethod
    def parse(cls, text):
        match = _VERSION.fullmatch(text.strip())
        if not match:
            raise VersionError(f"{text!r} is not a version such as 1.2.3")
        pre = []
        for identifier in (match["pre"] or "").split("."):
            if not identifier:
                continue
            if identifier.isdigit():
                if identifier != "0" and identifier.startswith("0"):
                    raise VersionError(f"{text!r}: {identifier!r} has a leading zero")
                pre.append(int(identifier))
            else:
                pre.append(identifier)
        return cls(int(match["major"]), int(match["minor"]), int(match["patch"]), pre, match["build"] or "")

    @property
    def is_prerelease(self):
        return bool(self.pre)

    @property
    def release(self):
        """The three numbers alone."""
        return (self.major, self.minor, self.patch)

    def _key(self):
        # a pre-release comes before its release; among identifiers numbers come before words
        ranked = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in self.pre)
        return (self.release, not self.pre, ranked)

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        text = ".".join(str(number) for number in self.release)
        if self.pre:
            text += "-" + ".".join(str(part) for part in self.pre)
        if self.build:
            text += "+" + self.build
        return text

    __repr__ = __str__
