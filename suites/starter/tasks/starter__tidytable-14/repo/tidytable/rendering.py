"""Turning wrapped cells into the lines of a table."""

from tidytable.columns import pad
from tidytable.wrapping import wrap


def render_grid(columns, rows, widths):
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    lines.extend(_row_lines(columns, [column.heading for column in columns], widths))
    lines.append(rule.replace("-", "="))
    for row in rows:
        lines.extend(_row_lines(columns, row, widths))
        lines.append(rule)
    return "\n".join(lines)


def render_plain(columns, rows, widths):
    lines = []
    headings = [column.heading for column in columns]
    for row in [headings, *rows]:
        for line in _cell_lines(columns, row, widths):
            lines.append("  ".join(line).rstrip())
    return "\n".join(lines)


def render_markdown(columns, rows, widths):
    """Markdown cannot hold line breaks, so cells are padded but never wrapped."""
    widths = [max(width, 3) for width in widths]
    lines = [_markdown_row(columns, [column.heading for column in columns], widths)]
    marks = []
    for column, width in zip(columns, widths):
        left = ":" if column.align == "center" else "-"
        right = ":" if column.align in ("center", "right") else "-"
        marks.append(left + "-" * (width - 2) + right)
    lines.append("| " + " | ".join(marks) + " |")
    for row in rows:
        lines.append(_markdown_row(columns, row, widths))
    return "\n".join(lines)


def _markdown_row(columns, row, widths):
    cells = []
    for column, cell, width in zip(columns, row, widths):
        text = " ".join(cell.split()).replace("|", "\\|")
        cells.append(pad(text, width, column.align))
    return "| " + " | ".join(cells) + " |"


def _row_lines(columns, row, widths):
    for cells in _cell_lines(columns, row, widths):
        yield "| " + " | ".join(cells) + " |"


def _cell_lines(columns, row, widths):
    """The lines of one row: each a list of padded cells, one a column."""
    wrapped = [wrap(cell, width) for cell, width in zip(row, widths)]
    height = max(len(lines) for lines in wrapped)
    for index in range(height):
        line = []
        for column, lines, width in zip(columns, wrapped, widths):
            text = lines[index] if index < len(lines) else ""
            line.append(pad(text, width, column.align))
        yield line


STYLES = {"grid": render_grid, "plain": render_plain, "markdown": render_markdown}
# cells that a style puts around and between columns: (at the edges, between two)
DECORATION = {"grid": (4, 3), "plain": (0, 2), "markdown": (4, 3)}
