import pytest

from tidytable import Column, Table
from tidytable.columns import pad


def releases():
    table = Table([Column("Version"), Column("Notes"), Column("Size", align="right")])
    table.add("1.0", "first stable release", 120)
    table.add("1.1", "faster start", 98)
    return table


@pytest.mark.parametrize(
    "align, expected",
    [("left", "ab   "), ("right", "   ab"), ("center", " ab  ")],
    ids=["left", "right", "center"],
)
def test_pads_by_alignment(align, expected):
    assert pad("ab", 5, align) == expected


def test_grid_without_a_limit():
    lines = releases().render("grid").splitlines()
    assert lines[0] == "+---------+----------------------+------+"
    assert lines[1] == "| Version | Notes                | Size |"
    assert lines[3] == "| 1.0     | first stable release |  120 |"


def test_grid_wraps_into_the_width():
    lines = releases().render("grid", max_width=33).splitlines()
    assert max(len(line) for line in lines) <= 33
    assert "| 1.0     | first stable |  120 |" in lines
    assert "|         | release      |      |" in lines


def test_row_stays_single_when_its_text_exactly_fits():
    table = Table([Column("Notes", max_width=12)])
    table.add("faster start")
    assert table.render("plain").splitlines() == ["Notes", "faster start"]


def test_plain_has_no_trailing_blanks():
    for line in releases().render("plain").splitlines():
        assert line == line.rstrip()


def test_markdown_marks_alignment():
    assert releases().render("markdown").splitlines()[1] == "| ------- | -------------------- | ---: |"


def test_markdown_escapes_bars():
    table = Table([Column("Command")])
    table.add("a | b")
    assert table.render("markdown").splitlines()[2] == "| a \\| b  |"


def test_missing_cells_stay_empty():
    table = Table([Column("a"), Column("b")])
    table.add("x")
    assert table.rows == (("x", ""),)


def test_refuses_too_many_cells():
    with pytest.raises(ValueError):
        Table([Column("a")]).add("x", "y")


def test_refuses_an_unknown_style():
    with pytest.raises(ValueError):
        releases().render("html")
