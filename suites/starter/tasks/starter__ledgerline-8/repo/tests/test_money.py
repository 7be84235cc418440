import pytest

from ledgerline.money import format_cents, parse_cents


@pytest.mark.parametrize(
    "text, cents",
    [("12", 1200), ("12.5", 1250), ("-12,30", -1230), ("1'234.50", 123450), ("99-", -9900), ("+0.05", 5)],
)
def test_parses(text, cents):
    assert parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "twelve", "1.234", "12.", "1 23"])
def test_refuses(text):
    with pytest.raises(ValueError):
        parse_cents(text)


@pytest.mark.parametrize("cents, text", [(0, "0.00"), (-5, "-0.05"), (123456789, "1'234'567.89")])
def test_formats(cents, text):
    assert format_cents(cents) == text
