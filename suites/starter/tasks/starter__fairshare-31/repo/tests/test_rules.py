import pytest

from fairshare import Decision, ManualClock, SlidingWindow, TokenBucket, parse_rule


def test_bucket_rule():
    bucket = parse_rule("bucket 30/min burst 5")(ManualClock())
    assert isinstance(bucket, TokenBucket)
    assert bucket.rate == 0.5
    assert bucket.capacity == 5


def test_bucket_without_burst_holds_one_period():
    assert parse_rule("bucket 7/s")(ManualClock()).capacity == 7


def test_plain_rule_lets_a_whole_period_through_at_once():
    bucket = parse_rule("bucket 3/s")(ManualClock())
    assert [bucket.acquire().allowed for _ in range(4)] == [True, True, True, False]


def test_window_rule_with_a_multiple():
    window = parse_rule("Window 100 / 15min")(ManualClock())
    assert isinstance(window, SlidingWindow)
    assert (window.limit, window.period) == (100, 900)


@pytest.mark.parametrize("text", ["", "bucket 5", "bucket 5/parsec", "window 5/s burst 9", "leaky 5/s"])
def test_refuses_other_rules(text):
    with pytest.raises(ValueError):
        parse_rule(text)


def test_headers_round_up():
    assert Decision(False, 0, 1.2).headers() == {"X-RateLimit-Remaining": "0", "Retry-After": "2"}
    assert Decision(False, 0, 3.0).headers()["Retry-After"] == "3"
    assert "Retry-After" not in Decision(True, 4).headers()
