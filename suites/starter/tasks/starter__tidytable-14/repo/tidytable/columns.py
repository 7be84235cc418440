"""What a column is called and how its cells are laid out."""

from dataclasses import dataclass
from typing import Optional

from tidytable.measure import text_width

ALIGNMENTS = ("left", "right", "center")


@dataclass(frozen=True)
class Column:
    """One column: its heading, its alignment and the width it may not exceed."""

    heading: str
    align: str = "left"
    max_width: Optional[int] = None

    def __post_init__(self):
        if self.align not in ALIGNMENTS:
            raise ValueError(f"unknown alignment {self.align!r}, expected one of {', '.join(ALIGNMENTS)}")
        if self.max_width is not None and self.max_width < 1:
            raise ValueError("max_width is at least 1")

    def natural_width(self, cells):
        """The width at which no cell of this column needs to be wrapped."""
        widest = text_width(self.heading)
        for cell in cells:
            for line in cell.splitlines():
                widest = max(widest, text_width(line))
        if self.max_width is not None:
            widest = min(widest, self.max_width)
        return max(widest, 1)


def pad(text, width, align):
    """Fill a text up to ``width`` cells; a text that is wider stays as it is."""
    missing = width - text_width(text)
    if missing <= 0:
        return text
    if align == "right":
        return " " * missing + text
    if align == "center":
        before = missing // 2
        return " " * before + text + " " * (missing - before)
    return text + " " * missing
