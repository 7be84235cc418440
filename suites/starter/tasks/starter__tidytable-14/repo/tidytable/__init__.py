"""Plain-text tables that fit a given width."""

from tidytable.columns import Column
from tidytable.parsing import TableSyntaxError, parse_markdown
from tidytable.table import Table

__all__ = ["Column", "Table", "TableSyntaxError", "parse_markdown"]
