"""Arithmetic on months, which have no fixed length."""

from datetime import date

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    if month == 2 and is_leap(year):
        return 29
    return _LENGTHS[month - 1]


def add_months(day, months, preferred_day):
    """The date so many months later, on the preferred day or the last one that month has."""
    index = day.year * 12 + (day.month - 1) + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(preferred_day, days_in_month(year, month)))


def nth_weekday(year, month, weekday, position):
    """The n-th given weekday of a month, or None; position -1 is the last one."""
    if position == 0:
        raise ValueError("position counts from 1, or from -1 at the end")
    last = days_in_month(year, month)
    if position > 0:
        first = date(year, month, 1)
        day = 1 + (weekday - first.weekday()) % 7 + (position - 1) * 7
    else:
        end = date(year, month, last)
        day = last - (end.weekday() - weekday) % 7 + (position + 1) * 7
    if day < 1 or day > last:
        return None
    return date(year, month, day)
