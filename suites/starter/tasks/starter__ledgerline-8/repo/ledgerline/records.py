"""What banks and bookkeepers write down."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StatementLine:
    """One line of a bank statement; money that leaves the account is negative."""

    booked: date
    cents: int
    text: str = ""
    reference: str = ""


@dataclass(frozen=True)
class LedgerEntry:
    """One entry in the books of the account."""

    number: int
    due: date
    cents: int
    partner: str = ""
    reference: str = ""


def same_reference(one, other):
    """Whether two references name the same thing, however they are written."""
    return _bare(one) == _bare(other)


def _bare(reference):
    return re.sub(r"[\s\-/.]", "", reference).lower().lstrip("0")
