import pytest

from versolve import RangeError, Version, parse_range


def contains(text, version):
    return parse_range(text).contains(Version.parse(version))


@pytest.mark.parametrize(
    "text, inside, outside",
    [
        ("1.2.3", ["1.2.3"], ["1.2.4"]),
        ("1.2", ["1.2.0", "1.2.9"], ["1.3.0", "1.1.9"]),
        ("1.x", ["1.0.0", "1.9.9"], ["2.0.0"]),
        ("*", ["0.0.1", "9.9.9"], []),
        ("~1.2.3", ["1.2.3", "1.2.9"], ["1.2.2", "1.3.0"]),
        ("~1", ["1.0.0", "1.9.0"], ["2.0.0"]),
        ("^1.2.3", ["1.2.3", "1.9.0"], ["1.2.2", "2.0.0"]),
        ("^1.2", ["1.2.0", "1.9.0"], ["2.0.0"]),
        (">1.2", ["1.3.0"], ["1.2.9"]),
        ("<=1.2", ["1.2.9"], ["1.3.0"]),
        (">=1.2 <1.5", ["1.2.0", "1.4.9"], ["1.5.0"]),
        ("1.2.3 || 2.x", ["1.2.3", "2.5.0"], ["1.2.4", "3.0.0"]),
    ],
)
def test_contains(text, inside, outside):
    assert [version for version in inside if not contains(text, version)] == []
    assert [version for version in outside if contains(text, version)] == []


def test_prerelease_is_only_for_those_who_ask():
    assert not contains("^1.2.0", "1.3.0-rc.1")
    assert contains(">=1.3.0-rc.1 <2", "1.3.0-rc.2")
    assert not contains(">=1.3.0-rc.1 <2", "1.4.0-rc.1")


@pytest.mark.parametrize("text", ["one", "1.2.3.4", "^1.two"])
def test_refuses(text):
    with pytest.raises(RangeError):
        parse_range(text)
