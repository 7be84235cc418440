from fairshare import KeyedLimiter, ManualClock, TokenBucket


def limiter(clock, **options):
    return KeyedLimiter(lambda time: TokenBucket(1, 2, time), clock, **options)


def test_keys_do_not_share():
    keyed = limiter(ManualClock())
    keyed.check("a", 2)
    assert not keyed.check("a").allowed
    assert keyed.check("b").allowed


def test_prune_drops_only_full_limiters():
    clock = ManualClock()
    keyed = limiter(clock)
    keyed.check("a", 2)
    clock.advance(1)
    keyed.check("b", 1)
    clock.advance(1)
    assert keyed.prune() == 2
    keyed.check("c", 2)
    clock.advance(1)
    assert keyed.prune() == 0
    assert "c" in keyed


def test_forgets_the_key_used_longest_ago():
    keyed = limiter(ManualClock(), max_keys=2)
    keyed.check("a")
    keyed.check("b")
    keyed.check("a")
    keyed.check("c")
    assert "b" not in keyed
    assert "a" in keyed
    assert len(keyed) == 2
