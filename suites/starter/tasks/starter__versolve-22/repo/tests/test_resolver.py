import pytest

from versolve import Conflict, Index, resolve


def index_of(*releases):
    index = Index()
    for name, version, *needs in releases:
        index.add(name, version, *needs)
    return index


def chosen(index, wishes):
    return {name: str(version) for name, version in resolve(index, wishes).items()}


def test_takes_the_newest():
    index = index_of(("a", "1.0.0"), ("a", "1.2.0"), ("a", "2.0.0"))
    assert chosen(index, {"a": "^1"}) == {"a": "1.2.0"}


def test_follows_needs():
    index = index_of(("a", "1.0.0", {"b": "~2.1"}), ("b", "2.1.5"), ("b", "2.2.0"))
    assert chosen(index, {"a": "*"}) == {"a": "1.0.0", "b": "2.1.5"}


def test_takes_an_older_one_when_the_newest_does_not_go_with_the_others():
    index = index_of(
        ("a", "1.0.0", {"c": "1"}),
        ("a", "1.1.0", {"c": "2"}),
        ("b", "1.0.0", {"c": "1"}),
        ("c", "1.4.0"),
        ("c", "2.0.0"),
    )
    assert chosen(index, {"a": "1", "b": "1"}) == {"a": "1.0.0", "b": "1.0.0", "c": "1.4.0"}


def test_names_who_wants_what():
    index = index_of(("a", "1.0.0", {"b": "^2"}), ("b", "1.0.0"))
    with pytest.raises(Conflict, match="no version of b satisfies \\^2 by a"):
        resolve(index, {"a": "*"})


def test_unknown_package_is_a_conflict():
    with pytest.raises(Conflict):
        resolve(Index(), {"ghost": "*"})


def test_needs_may_go_in_a_circle():
    index = index_of(("a", "1.0.0", {"b": "*"}), ("b", "1.0.0", {"a": "1"}))
    assert chosen(index, {"a": "*"}) == {"a": "1.0.0", "b": "1.0.0"}
