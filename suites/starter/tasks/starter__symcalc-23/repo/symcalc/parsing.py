"""From tokens to expressions, by operator precedence."""

from symcalc.nodes import Binary, Call, Name, Negative, Number
from symcalc.tokens import SyntaxProblem, tokenize

__all__ = ["PRECEDENCE", "SyntaxProblem", "parse"]

PRECEDENCE = {"+": 10, "-": 10, "*": 20, "/": 20, "^": 40}
SIGN_PRECEDENCE = 30


def parse(text):
    parser = _Parser(tokenize(text))
    expression = parser.expression(0)
    parser.expect("end")
    return expression


class _Parser:
    def __init__(self, tokens):
        self._tokens = tokens
        self._index = 0

    @property
    def _current(self):
        return self._tokens[self._index]

    def _take(self):
        token = self._current
        self._index += 1
        return token

    def expect(self, kind):
        if self._current.kind != kind:
            found = self._current.text or "the end"
            raise SyntaxProblem(f"expected {kind!r}, found {found!r}", self._current.position)
        return self._take()

    def expression(self, least):
        """An expression of operators that bind at least so tightly."""
        left = self._operand()
        while True:
            operator = self._current.kind
            precedence = PRECEDENCE.get(operator)
            if precedence is None or precedence < least:
                return left
            self._take()
            # the right-hand side of a power may hold another power
            right = self.expression(precedence if operator == "^" else precedence + 1)
            left = Binary(operator, left, right)

    def _operand(self):
        token = self._take()
        if token.kind == "number":
            return Number(float(token.text) if "." in token.text else int(token.text))
        if token.kind == "name":
            if self._current.kind == "(":
                return Call(token.text, self._arguments())
            return Name(token.text)
        if token.kind == "-":
            return Negative(self.expression(SIGN_PRECEDENCE))
        if token.kind == "(":
            inner = self.expression(0)
            self.expect(")")
            return inner
        raise SyntaxProblem(f"expected an operand, found {token.text or 'the end'!r}", token.position)

    def _arguments(self):
        self.expect("(")
        arguments = [self.expression(0)]
        while self._current.kind == ",":
            self._take()
            arguments.append(self.expression(0))
        self.expect(")")
        return tuple(arguments)
