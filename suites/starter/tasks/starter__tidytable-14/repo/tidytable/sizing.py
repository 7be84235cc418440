"""Sharing the width of a table out among its columns."""

SMALLEST = 3


def share_widths(natural, available):
    """Shrink the natural widths of columns until they fit into ``available`` cells.

    Columns that ask for less than an equal share keep what they ask for; the
    others share what is left. No column becomes narrower than ``SMALLEST``
    unless it never asked for more.
    """
    if sum(natural) <= available:
        return list(natural)
    widths = [None] * len(natural)
    left = available
    open_columns = set(range(len(natural)))
    while open_columns:
        share = left // len(open_columns)
        modest = [column for column in open_columns if natural[column] <= share]
        if not modest:
            break
        for column in modest:
            widths[column] = natural[column]
            left -= natural[column]
            open_columns.remove(column)
    _share_evenly(widths, natural, sorted(open_columns), left)
    return widths


def _share_evenly(widths, natural, columns, left):
    for position, column in enumerate(columns):
        remaining = len(columns) - position
        share = max(left // remaining, min(SMALLEST, natural[column]))
        widths[column] = min(share, natural[column])
        left -= widths[column]
