"""How many terminal cells a text takes."""

import unicodedata


def char_width(char):
    """0 for combining marks, 2 for wide East Asian characters, otherwise 1."""
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return 1


def text_width(text):
    return sum(char_width(char) for char in text)


def split_at_width(text, width):
    """Cut a text in two, so that the first part takes at most ``width`` cells.

    The first part holds at least one character, so that repeated cutting ends
    even where a single character is wider than the space there is.
    """
    used = 0
    for index, char in enumerate(text):
        used += char_width(char)
        if used > width and index > 0:
            return text[:index], text[index:]
    return text, ""
