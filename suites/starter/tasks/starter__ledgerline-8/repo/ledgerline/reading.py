"""Reading statements and ledgers from semicolon-separated lines."""

from datetime import date

from ledgerline.money import parse_cents
from ledgerline.records import LedgerEntry, StatementLine


class FormatError(ValueError):
    """A line that cannot be read, with its number."""

    def __init__(self, number, problem):
        super().__init__(f"line {number}: {problem}")
        self.number = number


def read_statement(lines):
    """Lines of ``date;amount;text;reference``; the reference may be missing."""
    statement = []
    for number, fields in _fields(lines, least=3, most=4):
        booked, amount, text, *reference = fields
        statement.append(
            StatementLine(
                _date(booked, number),
                _cents(amount, number),
                text,
                reference[0] if reference else "",
            )
        )
    return statement


def read_ledger(lines):
    """Lines of ``number;date;amount;partner;reference``; the reference may be missing."""
    ledger = []
    seen = set()
    for number, fields in _fields(lines, least=4, most=5):
        entry, due, amount, partner, *reference = fields
        if not entry.isdigit():
            raise FormatError(number, f"{entry!r} is not an entry number")
        if int(entry) in seen:
            raise FormatError(number, f"entry {entry} comes twice")
        seen.add(int(entry))
        ledger.append(
            LedgerEntry(
                int(entry),
                _date(due, number),
                _cents(amount, number),
                partner,
                reference[0] if reference else "",
            )
        )
    return ledger


def _fields(lines, least, most):
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        fields = [field.strip() for field in line.split(";")]
        if not least <= len(fields) <= most:
            raise FormatError(number, f"{len(fields)} fields, expected {least} to {most}")
        yield number, fields


def _date(text, number):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FormatError(number, f"{text!r} is not a date such as 2025-01-31") from None


def _cents(text, number):
    try:
        return parse_cents(text)
    except ValueError as error:
        raise FormatError(number, str(error)) from None
