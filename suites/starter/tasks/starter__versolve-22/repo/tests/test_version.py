import pytest

from versolve import Version, VersionError


def test_orders_by_precedence():
    texts = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0", "1.0.1", "1.10.0"]
    versions = [Version.parse(text) for text in texts]
    assert sorted(reversed(versions)) == versions


def test_numbers_come_before_words():
    assert Version.parse("1.0.0-7") < Version.parse("1.0.0-a")


def test_build_is_kept_but_not_compared():
    version = Version.parse("v1.2.3-rc.1+build.5")
    assert str(version) == "1.2.3-rc.1+build.5"
    assert version == Version.parse("1.2.3-rc.1")


@pytest.mark.parametrize("text", ["", "1.2", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "a.b.c"])
def test_refuses(text):
    with pytest.raises(VersionError):
        Version.parse(text)
