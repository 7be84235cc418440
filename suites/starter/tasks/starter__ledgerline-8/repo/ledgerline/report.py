"""What a reconciliation found."""

from dataclasses import dataclass
from typing import Tuple

from ledgerline.money import format_cents
from ledgerline.records import LedgerEntry, StatementLine


@dataclass(frozen=True)
class Pair:
    """A line and an entry that belong together."""

    line: StatementLine
    entry: LedgerEntry
    by_reference: bool

    @property
    def days_late(self):
        """Days from the due date to the booking; negative when paid early."""
        return (self.line.booked - self.entry.due).days


@dataclass(frozen=True)
class Report:
    """Pairs, and what found no partner."""

    pairs: Tuple[Pair, ...]
    open_lines: Tuple[StatementLine, ...]
    open_entries: Tuple[LedgerEntry, ...]

    @property
    def is_balanced(self):
        return not self.open_lines and not self.open_entries

    def difference(self):
        """By how much the bank's balance is above that of the books, in cents."""
        bank = sum(line.cents for line in self.open_lines)
        books = sum(entry.cents for entry in self.open_entries)
        return bank - books

    def late_pairs(self, days=0):
        return [pair for pair in self.pairs if pair.days_late > days]


def summary(report):
    """A few lines for people."""
    lines = [f"{len(report.pairs)} paired"]
    for line in report.open_lines:
        lines.append(f"bank only   {line.booked} {format_cents(line.cents):>12}  {line.text}".rstrip())
    for entry in report.open_entries:
        lines.append(f"books only  {entry.due} {format_cents(entry.cents):>12}  #{entry.number} {entry.partner}".rstrip())
    if report.is_balanced:
        lines.append("balanced")
    else:
        lines.append(f"difference {format_cents(report.difference())}")
    return "\n".join(lines)
