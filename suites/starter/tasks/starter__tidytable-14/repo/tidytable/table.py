"""The table itself: columns, rows, and how wide it may be."""

from tidytable.rendering import DECORATION, STYLES
from tidytable.sizing import share_widths


class Table:
    """Rows of text under named columns."""

    def __init__(self, columns):
        self.columns = tuple(columns)
        if not self.columns:
            raise ValueError("a table has at least one column")
        self._rows = []

    @property
    def rows(self):
        return tuple(self._rows)

    def add(self, *cells):
        """Add a row; missing cells at its end stay empty."""
        if len(cells) > len(self.columns):
            raise ValueError(f"{len(cells)} cells for {len(self.columns)} columns")
        texts = ["" if cell is None else str(cell) for cell in cells]
        texts.extend([""] * (len(self.columns) - len(texts)))
        self._rows.append(tuple(texts))

    def widths(self, style, max_width=None):
        """The width of each column in the given style, without its decoration."""
        natural = []
        for index, column in enumerate(self.columns):
            natural.append(column.natural_width([row[index] for row in self._rows]))
        if max_width is None or style == "markdown":
            return natural
        edges, between = DECORATION[style]
        available = max_width - edges - between * (len(self.columns) - 1)
        return share_widths(natural, available)

    def render(self, style="grid", max_width=None):
        if style not in STYLES:
            raise ValueError(f"unknown style {style!r}, expected one of {', '.join(sorted(STYLES))}")
        return STYLES[style](self.columns, self._rows, self.widths(style, max_width))
