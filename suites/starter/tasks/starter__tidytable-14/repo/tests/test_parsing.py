import pytest

from tidytable import TableSyntaxError, parse_markdown
from tidytable.parsing import split_row

TEXT = """
Some prose before.

| Name | Qty |
|------|----:|
| bolt | 12  |
| nut \\| washer | 7 |

And after.
"""


def test_reads_headings_and_rows():
    table = parse_markdown(TEXT)
    assert [column.heading for column in table.columns] == ["Name", "Qty"]
    assert table.rows == (("bolt", "12"), ("nut | washer", "7"))


def test_reads_alignment():
    assert [column.align for column in parse_markdown(TEXT).columns] == ["left", "right"]


def test_survives_a_round_trip():
    table = parse_markdown(TEXT)
    assert parse_markdown(table.render("markdown")).rows == table.rows


def test_splits_without_outer_bars():
    assert split_row("a | b") == ["a", "b"]


def test_keeps_an_empty_cell():
    assert split_row("| a | | c |") == ["a", "", "c"]


def test_refuses_text_without_a_table():
    with pytest.raises(TableSyntaxError):
        parse_markdown("nothing | here")
