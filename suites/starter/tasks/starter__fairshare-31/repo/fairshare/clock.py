"""Where limiters read the time from."""

import time


class MonotonicClock:
    """The process clock: seconds that never go back."""

    def now(self):
        return time.monotonic()


class ManualClock:
    """A clock that moves only when it is told to."""

    def __init__(self, start=0.0):
        self._now = float(start)

    def now(self):
        return self._now

    def advance(self, seconds):
        if seconds < 0:
            raise ValueError("a clock does not go back")
        self._now += seconds
