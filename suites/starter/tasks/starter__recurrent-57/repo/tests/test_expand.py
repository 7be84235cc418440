from datetime import date

from recurrent import Rule, between
from recurrent.expand import first, next_after


def test_daily_with_an_interval():
    assert first(Rule("daily", date(2025, 2, 27), interval=2), 3) == [
        date(2025, 2, 27),
        date(2025, 3, 1),
        date(2025, 3, 3),
    ]


def test_weekly_on_two_days():
    rule = Rule("weekly", date(2025, 1, 8), weekdays=(0, 2))
    assert first(rule, 3) == [date(2025, 1, 8), date(2025, 1, 13), date(2025, 1, 15)]


def test_every_second_week_keeps_its_rhythm():
    rule = Rule("weekly", date(2025, 1, 8), interval=2, weekdays=(0, 2))
    assert first(rule, 3) == [date(2025, 1, 8), date(2025, 1, 20), date(2025, 1, 22)]


def test_monthly_in_the_middle_of_the_month():
    assert between(Rule("monthly", date(2025, 1, 15)), date(2025, 2, 1), date(2025, 3, 31)) == [
        date(2025, 2, 15),
        date(2025, 3, 15),
    ]


def test_monthly_on_the_last_day_returns_to_it():
    assert first(Rule("monthly", date(2025, 1, 31)), 4) == [
        date(2025, 1, 31),
        date(2025, 2, 28),
        date(2025, 3, 31),
        date(2025, 4, 30),
    ]


def test_yearly_on_a_leap_day_returns_to_it():
    days = first(Rule("yearly", date(2024, 2, 29)), 5)
    assert days[1] == date(2025, 2, 28)
    assert days[4] == date(2028, 2, 29)


def test_quarterly_from_the_thirtieth():
    assert first(Rule("monthly", date(2024, 11, 30), interval=3), 3) == [
        date(2024, 11, 30),
        date(2025, 2, 28),
        date(2025, 5, 30),
    ]


def test_last_friday_of_the_month():
    rule = Rule("monthly", date(2025, 1, 10), nth_weekday=(-1, 4))
    assert first(rule, 2) == [date(2025, 1, 31), date(2025, 2, 28)]


def test_fifth_monday_skips_months_without_one():
    rule = Rule("monthly", date(2025, 1, 1), nth_weekday=(5, 0))
    assert first(rule, 2) == [date(2025, 3, 31), date(2025, 6, 30)]


def test_until_is_included():
    rule = Rule("daily", date(2025, 1, 1), until=date(2025, 1, 3))
    assert first(rule, 9)[-1] == date(2025, 1, 3)


def test_count_ends_the_rule():
    assert len(first(Rule("daily", date(2025, 1, 1), count=4), 9)) == 4


def test_skipped_days_count():
    rule = Rule("daily", date(2025, 1, 1), count=3, skip=(date(2025, 1, 2),))
    assert first(rule, 9) == [date(2025, 1, 1), date(2025, 1, 3)]


def test_next_after():
    rule = Rule("weekly", date(2025, 1, 6), until=date(2025, 1, 20))
    assert next_after(rule, date(2025, 1, 6)) == date(2025, 1, 13)
    assert next_after(rule, date(2025, 1, 20)) is None
