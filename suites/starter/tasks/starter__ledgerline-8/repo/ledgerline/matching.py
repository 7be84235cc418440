"""Pairing statement lines with ledger entries."""

from ledgerline.records import same_reference
from ledgerline.report import Pair, Report


class Matcher:
    """Pairs by amount, and by reference or date.

    ``days`` is how far the dates of a pair may lie apart when there is no
    reference to go by.
    """

    def __init__(self, days=3):
        if days < 0:
            raise ValueError("days is 0 or more")
        self.days = days

    def reconcile(self, statement, ledger):
        """Pair every statement line with at most one entry, references first."""
        pairs = []
        open_entries = list(ledger)
        open_lines = []
        for by_reference in (True, False):
            lines = statement if by_reference else open_lines
            open_lines = []
            for line in lines:
                entry = self._best(line, open_entries, by_reference)
                if entry is None:
                    open_lines.append(line)
                else:
                    open_entries.remove(entry)
                    pairs.append(Pair(line, entry, by_reference))
        pairs.sort(key=lambda pair: (pair.line.booked, pair.entry.number))
        return Report(tuple(pairs), tuple(open_lines), tuple(open_entries))

    def _best(self, line, entries, by_reference):
        """The entry that fits best; the earlier number when two are as near."""
        fitting = [entry for entry in entries if self._fits(line, entry, by_reference)]
        if not fitting:
            return None
        return min(fitting, key=lambda entry: (self._distance(line, entry), entry.number))

    def _fits(self, line, entry, by_reference):
        if line.cents != entry.cents:
            return False
        if line.reference or entry.reference:
            return by_reference and same_reference(line.reference, entry.reference)
        return not by_reference and self._distance(line, entry) <= self.days

    @staticmethod
    def _distance(line, entry):
        return abs((line.booked - entry.due).days)
