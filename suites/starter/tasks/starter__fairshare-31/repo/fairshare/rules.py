"""Rules as people write them in configuration files."""

import re

from fairshare.bucket import TokenBucket
from fairshare.window import SlidingWindow

_RULE = re.compile(r"(?P<kind>bucket|window)\s+(?P<amount>\d+)\s*/\s*(?P<every>\d*)\s*(?P<unit>[a-z]+)(\s+burst\s+(?P<burst>\d+))?")
_SECONDS = {
    "s": 1,
    "sec": 1,
    "second": 1,
    "m": 60,
    "min": 60,
    "minute": 60,
    "h": 3600,
    "hour": 3600,
}


def parse_rule(text):
    """Turn ``bucket 5/s burst 20`` or ``window 100/15min`` into a factory of limiters.

    The factory takes a clock, as :class:`KeyedLimiter` wants it.
    """
    match = _RULE.fullmatch(text.strip().lower())
    if not match:
        raise ValueError(f"cannot read the rule {text!r}, expected e.g. 'bucket 5/s burst 20'")
    unit = match["unit"]
    if unit not in _SECONDS:
        raise ValueError(f"unknown unit {unit!r} in the rule {text!r}")
    period = int(match["every"] or 1) * _SECONDS[unit]
    amount = int(match["amount"])
    if match["kind"] == "window":
        if match["burst"]:
            raise ValueError(f"a window has no burst: {text!r}")
        return lambda clock: SlidingWindow(amount, period, clock)
    burst = int(match["burst"] or 1)
    return lambda clock: TokenBucket(amount / period, burst, clock)
