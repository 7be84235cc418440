"""Rules in plain words."""

import re
from datetime import date

from recurrent.rule import Rule

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
_POSITIONS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}

_PHRASE = re.compile(
    r"every\s+(?:(?P<interval>\d+)\s+)?(?P<unit>day|week|month|year)s?"
    r"(?:\s+on\s+(?P<on>.+?))?"
    r"\s+from\s+(?P<start>\d{4}-\d{2}-\d{2})"
    r"(?:\s+until\s+(?P<until>\d{4}-\d{2}-\d{2}))?"
    r"(?:\s+(?P<count>\d+)\s+times)?"
)


def parse_rule(phrase):
    """Read e.g. ``every 2 weeks on mon, thu from 2025-01-06 until 2025-03-01``."""
    match = _PHRASE.fullmatch(phrase.strip().lower())
    if not match:
        raise ValueError(f"cannot read {phrase!r}, expected e.g. 'every month on last fri from 2025-01-01'")
    options = {}
    if match["on"]:
        options.update(_read_on(match["unit"], match["on"]))
    if match["until"]:
        options["until"] = date.fromisoformat(match["until"])
    if match["count"]:
        options["count"] = int(match["count"])
    return Rule(
        _UNITS[match["unit"]],
        start=date.fromisoformat(match["start"]),
        interval=int(match["interval"] or 1),
        **options,
    )


def _read_on(unit, text):
    if unit == "week":
        return {"weekdays": tuple(_weekday(name) for name in re.split(r"\s*,\s*|\s+and\s+", text))}
    words = text.split()
    if unit == "month" and len(words) == 2 and words[0] in _POSITIONS:
        return {"nth_weekday": (_POSITIONS[words[0]], _weekday(words[1]))}
    raise ValueError(f"cannot read 'on {text}' in a rule by the {unit}")


def _weekday(name):
    short = name.strip()[:3]
    if short not in WEEKDAYS:
        raise ValueError(f"unknown weekday {name!r}")
    return WEEKDAYS.index(short)
