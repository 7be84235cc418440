"""Bank statements against the books."""

from ledgerline.matching import Matcher
from ledgerline.reading import FormatError, read_ledger, read_statement
from ledgerline.records import LedgerEntry, StatementLine
from ledgerline.report import Report, summary

__all__ = [
    "FormatError",
    "LedgerEntry",
    "Matcher",
    "Report",
    "StatementLine",
    "read_ledger",
    "read_statement",
    "summary",
]
