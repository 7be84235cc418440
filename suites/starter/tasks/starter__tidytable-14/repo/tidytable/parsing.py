"""Reading Markdown tables."""

import re

from tidytable.columns import Column
from tidytable.table import Table

_MARK = re.compile(r":?-+:?")


class TableSyntaxError(ValueError):
    """The text does not hold a Markdown table."""


def parse_markdown(text):
    """The first table of a Markdown text."""
    lines = [line.strip() for line in text.splitlines()]
    for number in range(len(lines) - 1):
        if "|" not in lines[number]:
            continue
        marks = split_row(lines[number + 1])
        if marks and all(_MARK.fullmatch(mark) for mark in marks):
            return _read_table(lines, number, marks)
    raise TableSyntaxError("no table found: a table begins with a heading and a line of dashes")


def _read_table(lines, start, marks):
    headings = split_row(lines[start])
    if len(headings) != len(marks):
        raise TableSyntaxError(f"line {start + 1}: {len(headings)} headings over {len(marks)} columns")
    table = Table([Column(heading, alignment_of(mark)) for heading, mark in zip(headings, marks)])
    for line in lines[start + 2 :]:
        if "|" not in line:
            break
        table.add(*split_row(line)[: len(headings)])
    return table


def alignment_of(mark):
    if mark.startswith(":") and mark.endswith(":"):
        return "center"
    if mark.endswith(":"):
        return "right"
    return "left"


def split_row(line):
    """The cells of one line; an escaped bar belongs to its cell."""
    if line.startswith("|"):
        line = line[1:]
    cells = []
    current = ""
    escaped = False
    for char in line:
        if escaped:
            current += char if char == "|" else "\\" + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "|":
            cells.append(current.strip())
            current = ""
        else:
            current += char
    if current.strip():
        cells.append(current.strip())
    return cells
