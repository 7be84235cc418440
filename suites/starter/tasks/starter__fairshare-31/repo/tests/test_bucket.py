import pytest

from fairshare import ManualClock, TokenBucket


@pytest.fixture
def clock():
    return ManualClock(100)


def drain(bucket):
    taken = 0
    while bucket.acquire().allowed:
        taken += 1
    return taken


def test_starts_full(clock):
    assert drain(TokenBucket(1, 5, clock)) == 5


def test_refuses_when_empty(clock):
    bucket = TokenBucket(2, 1, clock)
    bucket.acquire()
    decision = bucket.acquire()
    assert not decision.allowed
    assert decision.retry_after == pytest.approx(0.5)


def test_refills_with_time(clock):
    bucket = TokenBucket(2, 10, clock)
    drain(bucket)
    clock.advance(1.5)
    assert drain(bucket) == 3


def test_keeps_fractions_of_a_token(clock):
    bucket = TokenBucket(1, 10, clock)
    drain(bucket)
    clock.advance(0.6)
    assert not bucket.acquire().allowed
    clock.advance(0.4)
    assert bucket.acquire().allowed


def test_burst_after_a_long_pause_is_the_capacity(clock):
    bucket = TokenBucket(5, 10, clock)
    drain(bucket)
    clock.advance(3600)
    assert drain(bucket) == 10


def test_idle_bucket_does_not_overflow(clock):
    bucket = TokenBucket(1, 3, clock)
    clock.advance(60)
    assert bucket.tokens == 3


def test_refund_never_overflows(clock):
    bucket = TokenBucket(1, 3, clock)
    bucket.acquire()
    bucket.refund(2)
    assert bucket.tokens == 3


def test_takes_several_tokens_at_once(clock):
    bucket = TokenBucket(1, 5, clock)
    assert bucket.acquire(4).remaining == 1
    assert bucket.acquire(2).retry_after == pytest.approx(1.0)


@pytest.mark.parametrize("cost", [0, -1, 6])
def test_refuses_a_cost_it_can_never_serve(clock, cost):
    with pytest.raises(ValueError):
        TokenBucket(1, 5, clock).acquire(cost)


@pytest.mark.parametrize("rate, capacity", [(0, 5), (-1, 5), (1, 0)])
def test_refuses_senseless_settings(clock, rate, capacity):
    with pytest.raises(ValueError):
        TokenBucket(rate, capacity, clock)
