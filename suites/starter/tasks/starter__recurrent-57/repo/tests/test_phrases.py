from datetime import date

import pytest

from recurrent import Rule, parse_rule


def test_reads_weekdays():
    rule = parse_rule("every 2 weeks on mon, Thursday from 2025-01-06 until 2025-03-01")
    assert rule == Rule("weekly", date(2025, 1, 6), interval=2, weekdays=(0, 3), until=date(2025, 3, 1))


def test_reads_a_position():
    assert parse_rule("every month on last fri from 2025-01-01").nth_weekday == (-1, 4)


def test_reads_a_count():
    assert parse_rule("every day from 2025-01-01 10 times").count == 10


@pytest.mark.parametrize(
    "phrase", ["", "sometimes", "every week on xyz from 2025-01-01", "every year on last fri from 2025-01-01"]
)
def test_refuses_what_it_cannot_read(phrase):
    with pytest.raises(ValueError):
        parse_rule(phrase)


@pytest.mark.parametrize(
    "options",
    [
        {"frequency": "hourly"},
        {"interval": 0},
        {"count": 0},
        {"until": date(2024, 12, 31)},
        {"weekdays": (7,)},
        {"nth_weekday": (1, 1)},
    ],
)
def test_refuses_senseless_rules(options):
    with pytest.raises(ValueError):
        Rule(**{"frequency": "weekly", "start": date(2025, 1, 1), **options})
