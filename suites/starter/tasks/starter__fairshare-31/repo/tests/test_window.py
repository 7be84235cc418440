import pytest

from fairshare import ManualClock, SlidingWindow


def test_allows_up_to_the_limit():
    window = SlidingWindow(2, 10, ManualClock())
    assert window.acquire().remaining == 1
    assert window.acquire().remaining == 0
    assert not window.acquire().allowed


def test_says_when_the_oldest_hit_leaves():
    clock = ManualClock()
    window = SlidingWindow(2, 10, clock)
    window.acquire()
    clock.advance(4)
    window.acquire()
    clock.advance(1)
    assert window.acquire().retry_after == pytest.approx(5)


def test_frees_at_the_end_of_the_period():
    clock = ManualClock()
    window = SlidingWindow(1, 10, clock)
    window.acquire()
    clock.advance(9.9)
    assert not window.acquire().allowed
    clock.advance(0.1)
    assert window.acquire().allowed


def test_waits_for_enough_hits_to_leave():
    clock = ManualClock()
    window = SlidingWindow(3, 10, clock)
    for _ in range(3):
        window.acquire()
        clock.advance(1)
    assert window.acquire(2).retry_after == pytest.approx(8)
