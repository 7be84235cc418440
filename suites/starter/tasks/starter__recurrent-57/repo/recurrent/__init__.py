"""Dates that repeat."""

from recurrent.agenda import Agenda, Entry
from recurrent.expand import between, occurrences
from recurrent.phrases import parse_rule
from recurrent.rule import Rule

__all__ = ["Agenda", "Entry", "Rule", "between", "occurrences", "parse_rule"]
