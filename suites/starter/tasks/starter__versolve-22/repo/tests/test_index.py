import pytest

from versolve import Index, Version


def test_lists_newest_first():
    index = Index()
    for version in ("1.9.0", "1.10.0", "2.0.0-rc.1"):
        index.add("a", version)
    assert [str(version) for version in index.versions("a")] == ["2.0.0-rc.1", "1.10.0", "1.9.0"]
    assert index.latest("a") == Version(1, 10, 0)
    assert index.latest("a", include_prereleases=True) == Version(2, 0, 0, ("rc", 1))


def test_unknown_package_has_no_versions():
    assert Index().versions("a") == []
    assert Index().latest("a") is None
    assert "a" not in Index()


def test_refuses_the_same_version_twice():
    index = Index()
    index.add("a", "1.0.0")
    with pytest.raises(ValueError):
        index.add("a", "1.0.0+linux")
