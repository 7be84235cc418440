"""Expressions with variables."""

from symcalc.derivative import derive
from symcalc.evaluation import EvaluationError, evaluate
from symcalc.parsing import SyntaxProblem, parse
from symcalc.printing import to_text
from symcalc.simplification import simplify

__all__ = ["EvaluationError", "SyntaxProblem", "derive", "evaluate", "parse", "simplify", "to_text"]
