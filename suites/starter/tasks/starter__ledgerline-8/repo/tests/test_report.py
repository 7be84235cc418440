from datetime import date

from ledgerline import LedgerEntry, Matcher, StatementLine, summary

PAID = StatementLine(date(2025, 1, 9), -4990, "PHONE CO")
FEE = StatementLine(date(2025, 1, 31), -250, "ACCOUNT FEE")
PHONE = LedgerEntry(17, date(2025, 1, 7), -4990, "Phone Co")
RENT = LedgerEntry(18, date(2025, 1, 31), -120000, "Rent")


def test_balanced():
    report = Matcher().reconcile([PAID], [PHONE])
    assert report.is_balanced
    assert summary(report) == "1 paired\nbalanced"


def test_difference_is_bank_above_books():
    assert Matcher().reconcile([PAID, FEE], [PHONE, RENT]).difference() == 119750


def test_lists_what_is_left():
    assert summary(Matcher().reconcile([PAID, FEE], [PHONE, RENT])).splitlines() == [
        "1 paired",
        "bank only   2025-01-31        -2.50  ACCOUNT FEE",
        "books only  2025-01-31    -1'200.00  #18 Rent",
        "difference 1'197.50",
    ]


def test_late_pairs():
    report = Matcher().reconcile([PAID], [PHONE])
    assert [pair.days_late for pair in report.late_pairs()] == [2]
    assert report.late_pairs(days=2) == []
