from tidytable.sizing import share_widths


def test_leaves_widths_that_fit():
    assert share_widths([5, 10], 20) == [5, 10]


def test_takes_from_the_widest_only():
    assert share_widths([5, 40], 25) == [5, 20]


def test_shares_evenly_among_wide_columns():
    assert share_widths([30, 30, 4], 24) == [10, 10, 4]


def test_gives_an_odd_cell_to_the_last_column():
    assert share_widths([30, 30], 21) == [10, 11]


def test_never_shrinks_below_the_smallest_width():
    assert share_widths([10, 10], 2) == [3, 3]
