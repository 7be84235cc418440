"""Breaking cell text into lines."""

from tidytable.measure import split_at_width, text_width


def wrap(text, width):
    """Break a text into lines of at most ``width`` cells.

    Line breaks in the text are kept, lines are filled with as many words as fit,
    and a word that is longer than a whole line is cut.
    """
    if width < 1:
        raise ValueError("width is at least 1")
    lines = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_wrap_paragraph(paragraph, width))
    return lines


def _wrap_paragraph(paragraph, width):
    lines = []
    current = []
    used = 0
    for word in _words(paragraph, width):
        size = text_width(word)
        gap = 1 if current else 0
        if current and used + gap + size >= width:
            lines.append(" ".join(current))
            current = []
            used = 0
            gap = 0
        current.append(word)
        used += gap + size
    if current or not lines:
        lines.append(" ".join(current))
    return lines


def _words(paragraph, width):
    """The words of a paragraph, over-long ones cut into pieces that fit."""
    for word in paragraph.split():
        while text_width(word) > width:
            piece, word = split_at_width(word, width)
            yield piece
            if not word:
                break
        if word:
            yield word
