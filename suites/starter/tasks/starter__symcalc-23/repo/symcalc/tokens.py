"""Cutting text into tokens."""

from dataclasses import dataclass

SYMBOLS = "+-*/^(),"


class SyntaxProblem(ValueError):
    """Text that is no expression, with the place where that shows."""

    def __init__(self, message, position):
        super().__init__(f"{message} at position {position}")
        self.position = position


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    position: int


def tokenize(text):
    """The tokens of a text, with one of kind ``end`` last."""
    tokens = []
    position = 0
    while position < len(text):
        char = text[position]
        if char.isspace():
            position += 1
            continue
        if char.isdigit() or char == ".":
            end = _number_end(text, position)
            tokens.append(Token("number", text[position:end], position))
        elif char.isalpha() or char == "_":
            end = _name_end(text, position)
            tokens.append(Token("name", text[position:end], position))
        elif char in SYMBOLS:
            end = position + 1
            tokens.append(Token(char, char, position))
        else:
            raise SyntaxProblem(f"unexpected {char!r}", position)
        position = end
    tokens.append(Token("end", "", len(text)))
    return tokens


def _number_end(text, start):
    end = start
    points = 0
    while end < len(text) and (text[end].isdigit() or text[end] == "."):
        points += text[end] == "."
        end += 1
    if points > 1 or text[start:end] == ".":
        raise SyntaxProblem(f"malformed number {text[start:end]!r}", start)
    return end


def _name_end(text, start):
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return end
