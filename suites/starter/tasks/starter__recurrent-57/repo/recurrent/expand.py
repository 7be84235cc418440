"""From a rule to its dates."""

from datetime import timedelta
from itertools import islice

from recurrent.months import add_months, nth_weekday

# a rule that matches nothing, as the fifth Friday of every February, must end
LONGEST_GAP = 1000


def occurrences(rule):
    """All dates of a rule in order; may never end."""
    given = 0
    for day in _candidates(rule):
        if rule.until is not None and day > rule.until:
            return
        given += 1
        if day not in rule.skip:
            yield day
        if rule.count is not None and given >= rule.count:
            return


def between(rule, first, last):
    """The dates of a rule from ``first`` to ``last``, both included."""
    found = []
    for day in occurrences(rule):
        if day > last:
            break
        if day >= first:
            found.append(day)
    return found


def next_after(rule, day):
    """The first date of a rule after the given day, or None."""
    return next((date for date in occurrences(rule) if date > day), None)


def first(rule, amount):
    return list(islice(occurrences(rule), amount))


def _candidates(rule):
    if rule.frequency == "daily":
        return _daily(rule)
    if rule.frequency == "weekly":
        return _weekly(rule)
    if rule.frequency == "monthly" and rule.nth_weekday is not None:
        return _monthly_by_weekday(rule)
    if rule.frequency == "monthly":
        return _by_months(rule, rule.interval)
    return _by_months(rule, 12 * rule.interval)


def _daily(rule):
    day = rule.start
    while True:
        yield day
        day += timedelta(days=rule.interval)


def _weekly(rule):
    weekdays = sorted(set(rule.weekdays)) or [rule.start.weekday()]
    monday = rule.start - timedelta(days=rule.start.weekday())
    while True:
        for weekday in weekdays:
            day = monday + timedelta(days=weekday)
            if day >= rule.start:
                yield day
        monday += timedelta(weeks=rule.interval)


def _by_months(rule, step):
    day = rule.start
    while True:
        yield day
        day = add_months(day, step, day.day)


def _monthly_by_weekday(rule):
    position, weekday = rule.nth_weekday
    month = rule.start.replace(day=1)
    gap = 0
    while gap < LONGEST_GAP:
        day = nth_weekday(month.year, month.month, weekday, position)
        gap += 1
        if day is not None and day >= rule.start:
            yield day
            gap = 0
        month = add_months(month, rule.interval, 1)
