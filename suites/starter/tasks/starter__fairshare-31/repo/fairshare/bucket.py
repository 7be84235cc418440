"""A bucket that fills at a steady rate and is emptied by requests."""

from fairshare.clock import MonotonicClock
from fairshare.decision import Decision


class TokenBucket:
    """Allows bursts of up to ``capacity`` requests and ``rate`` requests a second in the long run."""

    def __init__(self, rate, capacity, clock=None):
        if rate <= 0:
            raise ValueError("rate is above 0 tokens a second")
        if capacity < 1:
            raise ValueError("capacity is at least 1 token")
        self.rate = float(rate)
        self.capacity = float(capacity)
        self._clock = clock or MonotonicClock()
        self._tokens = self.capacity
        self._updated = self._clock.now()

    @property
    def tokens(self):
        """Tokens in the bucket right now."""
        self._refill()
        return self._tokens

    def acquire(self, cost=1):
        """Take ``cost`` tokens if they are there."""
        if cost <= 0:
            raise ValueError("cost is above 0 tokens")
        if cost > self.capacity:
            raise ValueError(f"cost {cost} is more than the bucket ever holds ({self.capacity:g})")
        self._refill()
        if self._tokens >= cost:
            self._tokens -= cost
            return Decision(True, int(self._tokens))
        missing = cost - self._tokens
        return Decision(False, int(self._tokens), missing / self.rate)

    def refund(self, cost=1):
        """Put back tokens of a request that was never carried out."""
        self._refill()
        self._tokens = min(self._tokens + cost, self.capacity)

    def is_full(self):
        self._refill()
        return self._tokens >= self.capacity

    def _refill(self):
        now = self._clock.now()
        elapsed = now - self._updated
        if elapsed > 0:
            self._tokens = min(self._tokens + elapsed * self.rate, self.capacity)
            self._updated = now
