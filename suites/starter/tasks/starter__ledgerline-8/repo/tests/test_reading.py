from datetime import date

import pytest

from ledgerline import FormatError, LedgerEntry, StatementLine, read_ledger, read_statement


def test_reads_a_statement():
    lines = ["# January", "2025-01-07;-49.90;PHONE CO;RF 12", "", "2025-01-08; 200 ;Transfer"]
    assert read_statement(lines) == [
        StatementLine(date(2025, 1, 7), -4990, "PHONE CO", "RF 12"),
        StatementLine(date(2025, 1, 8), 20000, "Transfer"),
    ]


def test_reads_a_ledger():
    assert read_ledger(["17;2025-01-05;-49.90;Phone Co;RF-12"]) == [
        LedgerEntry(17, date(2025, 1, 5), -4990, "Phone Co", "RF-12")
    ]


@pytest.mark.parametrize(
    "lines, problem",
    [
        (["1;2025-01-05;1"], "line 1: 3 fields"),
        (["", "x;2025-01-05;1;y"], "line 2: 'x' is not an entry number"),
        (["1;2025-01-05;1;y", "1;2025-01-06;1;y"], "line 2: entry 1 comes twice"),
        (["1;5.1.2025;1;y"], "line 1: '5.1.2025' is not a date"),
        (["1;2025-01-05;one;y"], "line 1: 'one' is not an amount"),
    ],
)
def test_names_what_it_cannot_read(lines, problem):
    with pytest.raises(FormatError, match=problem):
        read_ledger(lines)
