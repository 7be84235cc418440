"""What a limiter answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decision:
    """Whether a request may pass, how many more could, and when to come back."""

    allowed: bool
    remaining: int
    retry_after: float = 0.0

    def headers(self):
        """The usual HTTP headers; seconds are rounded up, so that nobody returns too early."""
        headers = {"X-RateLimit-Remaining": str(self.remaining)}
        if not self.allowed:
            whole = int(self.retry_after)
            if self.retry_after > whole:
                whole += 1
            headers["Retry-After"] = str(max(whole, 1))
        return headers
