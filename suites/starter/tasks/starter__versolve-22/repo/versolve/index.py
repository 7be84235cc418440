"""What packages there are."""

from versolve.ranges import parse_range
from versolve.version import Version


class Index:
    """Versions of packages and what each of them needs."""

    def __init__(self):
        self._packages = {}

    def add(self, name, version, needs=None):
        """Add a release; ``needs`` maps names to ranges, as text."""
        parsed = Version.parse(version)
        releases = self._packages.setdefault(name, {})
        if parsed in releases:
            raise ValueError(f"{name} {parsed} is there already")
        releases[parsed] = {other: parse_range(text) for other, text in (needs or {}).items()}

    def __contains__(self, name):
        return name in self._packages

    def versions(self, name):
        """The versions of a package, newest first."""
        return sorted(self._packages.get(name, {}), reverse=True)

    def needs(self, name, version):
        return dict(self._packages[name][version])

    def latest(self, name, include_prereleases=False):
        for version in self.versions(name):
            if include_prereleases or not version.is_prerelease:
                return version
        return None
