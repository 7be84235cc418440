"""One limiter for each client."""

from collections import OrderedDict

from fairshare.clock import MonotonicClock


class KeyedLimiter:
    """Makes a limiter for each key on first use and forgets those that nobody needs.

    A limiter that is full again decides like a new one, so dropping it loses
    nothing. When more than ``max_keys`` are alive, the one that was used longest
    ago goes first, full or not.
    """

    def __init__(self, factory, clock=None, max_keys=10_000):
        if max_keys < 1:
            raise ValueError("max_keys is at least 1")
        self._factory = factory
        self._clock = clock or MonotonicClock()
        self._max_keys = max_keys
        self._limiters = OrderedDict()

    def __len__(self):
        return len(self._limiters)

    def __contains__(self, key):
        return key in self._limiters

    def check(self, key, cost=1):
        limiter = self._limiters.get(key)
        if limiter is None:
            limiter = self._factory(self._clock)
            self._limiters[key] = limiter
            self._make_room()
        else:
            self._limiters.move_to_end(key)
        return limiter.acquire(cost)

    def prune(self):
        """Forget limiters that are full again; returns how many there were."""
        full = [key for key, limiter in self._limiters.items() if limiter.is_full()]
        for key in full:
            del self._limiters[key]
        return len(full)

    def _make_room(self):
        while len(self._limiters) > self._max_keys:
            self._limiters.popitem(last=False)
