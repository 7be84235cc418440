from datetime import date

import pytest

from recurrent.months import add_months, days_in_month, is_leap, nth_weekday


@pytest.mark.parametrize("year, leap", [(2024, True), (2023, False), (1900, False), (2000, True)])
def test_leap_years(year, leap):
    assert is_leap(year) is leap


def test_days_in_month():
    assert [days_in_month(2024, month) for month in (1, 2, 4, 12)] == [31, 29, 30, 31]


def test_adds_across_the_year():
    assert add_months(date(2024, 11, 15), 3, 15) == date(2025, 2, 15)


def test_takes_the_last_day_of_a_short_month():
    assert add_months(date(2024, 1, 31), 1, 31) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "position, expected",
    [(1, date(2025, 5, 6)), (2, date(2025, 5, 13)), (-1, date(2025, 5, 27)), (-2, date(2025, 5, 20)), (5, None)],
)
def test_nth_tuesday_of_may(position, expected):
    assert nth_weekday(2025, 5, 1, position) == expected


def test_refuses_position_zero():
    with pytest.raises(ValueError):
        nth_weekday(2025, 5, 1, 0)
