"""Amounts in cents, as people write them."""

import re

_AMOUNT = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?:[ ']?\d{3})*|\d+)(?:[.,](?P<cents>\d{1,2}))?(?P<trailing>-?)")


def parse_cents(text):
    """Read ``1'234.50``, ``-12,3`` or ``99-`` as cents."""
    match = _AMOUNT.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not an amount")
    whole = int(re.sub(r"[ ']", "", match["whole"]))
    cents = int((match["cents"] or "0").ljust(2, "0"))
    negative = match["sign"] == "-" or match["trailing"] == "-"
    total = whole * 100 + cents
    return -total if negative else total


def format_cents(cents):
    """Write cents as ``-1'234.50``."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    groups = f"{whole:,}".replace(",", "'")
    return f"{sign}{groups}.{rest:02d}"
