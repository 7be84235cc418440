"""What repeats, how often and until when."""

from dataclasses import dataclass
from datetime import date
from typing import Optional, Tuple

FREQUENCIES = ("daily", "weekly", "monthly", "yearly")


@dataclass(frozen=True)
class Rule:
    """A repetition.

    ``start`` is the first occurrence where it fits the rule; ``weekdays`` (0 is
    Monday) are for weekly rules; ``nth_weekday`` is a pair such as ``(2, 1)``,
    the second Tuesday, for monthly ones. ``until`` belongs to the repetition.
    """

    frequency: str
    start: date
    interval: int = 1
    until: Optional[date] = None
    count: Optional[int] = None
    weekdays: Tuple[int, ...] = ()
    nth_weekday: Optional[Tuple[int, int]] = None
    skip: Tuple[date, ...] = ()

    def __post_init__(self):
        if self.frequency not in FREQUENCIES:
            raise ValueError(f"unknown frequency {self.frequency!r}, expected one of {', '.join(FREQUENCIES)}")
        if self.interval < 1:
            raise ValueError("interval is at least 1")
        if self.count is not None and self.count < 1:
            raise ValueError("count is at least 1")
        if self.until is not None and self.until < self.start:
            raise ValueError("until lies before start")
        if self.weekdays and self.frequency != "weekly":
            raise ValueError("weekdays are for weekly rules")
        if any(day not in range(7) for day in self.weekdays):
            raise ValueError("weekdays are 0 (Monday) to 6 (Sunday)")
        if self.nth_weekday is not None and self.frequency != "monthly":
            raise ValueError("nth_weekday is for monthly rules")

    @property
    def is_endless(self):
        return self.until is None and self.count is None
