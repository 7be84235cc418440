"""Several rules side by side."""

from dataclasses import dataclass
from heapq import merge

from recurrent.expand import between
from recurrent.rule import Rule


@dataclass(frozen=True)
class Entry:
    """Something that happens by a rule."""

    title: str
    rule: Rule


class Agenda:
    """Entries, looked at by the day."""

    def __init__(self, entries=()):
        self._entries = list(entries)

    def add(self, title, rule):
        self._entries.append(Entry(title, rule))

    def days(self, first, last):
        """Pairs of a date and the titles on it, in order; days without any are left out."""
        dated = merge(*[self._dated(entry, first, last) for entry in self._entries])
        days = []
        for day, title in dated:
            if days and days[-1][0] == day:
                days[-1][1].append(title)
            else:
                days.append((day, [title]))
        return days

    def busiest(self, first, last):
        """The first day with the most entries, or None when there are none."""
        days = self.days(first, last)
        if not days:
            return None
        return max(days, key=lambda day: len(day[1]))[0]

    @staticmethod
    def _dated(entry, first, last):
        return [(day, entry.title) for day in between(entry.rule, first, last)]
