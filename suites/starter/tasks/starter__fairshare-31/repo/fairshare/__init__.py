"""Rate limiters with a clock of your choice."""

from fairshare.bucket import TokenBucket
from fairshare.clock import ManualClock, MonotonicClock
from fairshare.decision import Decision
from fairshare.keyed import KeyedLimiter
from fairshare.rules import parse_rule
from fairshare.window import SlidingWindow

__all__ = [
    "Decision",
    "KeyedLimiter",
    "ManualClock",
    "MonotonicClock",
    "SlidingWindow",
    "TokenBucket",
    "parse_rule",
]
