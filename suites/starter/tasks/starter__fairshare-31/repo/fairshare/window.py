"""A limit on the requests of the last so many seconds."""

from collections import deque

from fairshare.clock import MonotonicClock
from fairshare.decision import Decision


class SlidingWindow:
    """Allows ``limit`` requests in any ``period`` seconds, and remembers each of them."""

    def __init__(self, limit, period, clock=None):
        if limit < 1:
            raise ValueError("limit is at least 1 request")
        if period <= 0:
            raise ValueError("period is above 0 seconds")
        self.limit = limit
        self.period = float(period)
        self._clock = clock or MonotonicClock()
        self._hits = deque()

    def acquire(self, cost=1):
        if cost < 1 or cost > self.limit:
            raise ValueError(f"cost is 1 to {self.limit}")
        now = self._clock.now()
        self._forget(now)
        if len(self._hits) + cost <= self.limit:
            for _ in range(cost):
                self._hits.append(now)
            return Decision(True, self.limit - len(self._hits))
        too_many = len(self._hits) + cost - self.limit
        frees_at = self._hits[too_many - 1] + self.period
        return Decision(False, self.limit - len(self._hits), frees_at - now)

    def is_full(self):
        """Whether nothing of the window is used up."""
        self._forget(self._clock.now())
        return not self._hits

    def _forget(self, now):
        while self._hits and self._hits[0] <= now - self.period:
            self._hits.popleft()
