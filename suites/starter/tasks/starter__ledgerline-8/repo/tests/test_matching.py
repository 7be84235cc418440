from datetime import date

import pytest

from ledgerline import LedgerEntry, Matcher, StatementLine


def line(day, cents, reference=""):
    return StatementLine(date(2025, 1, day), cents, "text", reference)


def entry(number, day, cents, reference=""):
    return LedgerEntry(number, date(2025, 1, day), cents, "partner", reference)


def pairs(report):
    return [(pair.line.booked.day, pair.entry.number) for pair in report.pairs]


def test_pairs_by_reference_however_far_apart():
    report = Matcher(days=2).reconcile([line(30, 500, "RF 0012-3")], [entry(1, 2, 500, "rf0012/3")])
    assert pairs(report) == [(30, 1)]
    assert report.pairs[0].by_reference


def test_other_references_never_pair():
    report = Matcher().reconcile([line(5, 500, "A1")], [entry(1, 5, 500, "B2")])
    assert pairs(report) == []


def test_pairs_by_date_without_any_reference():
    report = Matcher().reconcile([line(6, 500)], [entry(1, 5, 500)])
    assert pairs(report) == [(6, 1)]
    assert not report.pairs[0].by_reference


def test_pairs_by_date_when_only_the_books_have_a_reference():
    report = Matcher().reconcile([line(6, 500)], [entry(1, 5, 500, "RF1")])
    assert pairs(report) == [(6, 1)]


def test_pairs_by_date_when_only_the_bank_has_a_reference():
    report = Matcher().reconcile([line(6, 500, "CARD 4411")], [entry(1, 5, 500)])
    assert pairs(report) == [(6, 1)]


@pytest.mark.parametrize("day, found", [(2, True), (8, True), (1, False), (9, False)])
def test_dates_may_differ_by_so_many_days(day, found):
    report = Matcher(days=3).reconcile([line(day, 500)], [entry(1, 5, 500)])
    assert bool(report.pairs) is found


def test_amounts_must_be_equal():
    report = Matcher().reconcile([line(5, 500)], [entry(1, 5, -500), entry(2, 5, 501)])
    assert pairs(report) == []


def test_takes_the_nearest_date():
    report = Matcher().reconcile([line(5, 500)], [entry(1, 2, 500), entry(2, 6, 500)])
    assert pairs(report) == [(5, 2)]


def test_takes_the_earlier_number_of_two_as_near():
    report = Matcher().reconcile([line(5, 500)], [entry(8, 6, 500), entry(3, 4, 500)])
    assert pairs(report) == [(5, 3)]


def test_an_entry_is_used_once():
    report = Matcher().reconcile([line(5, 500), line(6, 500)], [entry(1, 5, 500)])
    assert pairs(report) == [(5, 1)]
    assert report.open_lines == (line(6, 500),)


def test_references_come_before_dates():
    statement = [line(5, 500), line(7, 500, "RF1")]
    ledger = [entry(1, 5, 500, "RF1"), entry(2, 4, 500)]
    assert pairs(Matcher().reconcile(statement, ledger)) == [(5, 2), (7, 1)]


def test_refuses_a_negative_distance():
    with pytest.raises(ValueError):
        Matcher(days=-1)
