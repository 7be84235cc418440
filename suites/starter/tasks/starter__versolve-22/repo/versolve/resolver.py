"""Choosing one version of each package, with backtracking."""

from versolve.ranges import parse_range


class Conflict(Exception):
    """No choice satisfies everybody."""

    def __init__(self, name, demands):
        wanted = ", ".join(f"{text} by {who}" for who, text in sorted(demands))
        super().__init__(f"no version of {name} satisfies {wanted}")
        self.name = name


def resolve(index, wishes):
    """Pick the newest versions that satisfy the wishes and all that they need.

    ``wishes`` maps names to ranges, as text.
    """
    demands = {}
    for name, text in wishes.items():
        demands.setdefault(name, []).append(("you", parse_range(text)))
    return _resolve(index, {}, demands)


def _resolve(index, chosen, demands):
    name = _next_open(chosen, demands)
    if name is None:
        return chosen
    failure = None
    for version in _fitting(index, name, demands[name]):
        needs = index.needs(name, version)
        if not _agrees(chosen, needs):
            continue
        try:
            return _resolve(index, {**chosen, name: version}, _with_needs(demands, name, needs))
        except Conflict as conflict:
            failure = failure or conflict
    raise failure or Conflict(name, [(who, str(wanted)) for who, wanted in demands[name]])


def _next_open(chosen, demands):
    """The open package with the most demands: it fails first if it fails."""
    names = [name for name in demands if name not in chosen]
    if not names:
        return None
    return min(names, key=lambda name: (-len(demands[name]), name))


def _fitting(index, name, demands):
    for version in index.versions(name):
        if all(wanted.contains(version) for _, wanted in demands):
            yield version


def _agrees(chosen, needs):
    return all(name not in chosen or wanted.contains(chosen[name]) for name, wanted in needs.items())


def _with_needs(demands, name, needs):
    merged = {other: list(wanted) for other, wanted in demands.items()}
    for other, wanted in needs.items():
        merged.setdefault(other, []).append((name, wanted))
    return merged
