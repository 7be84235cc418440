import pytest

from tidytable.wrapping import wrap


def test_short_text_stays_on_one_line():
    assert wrap("two words", 20) == ["two words"]


def test_breaks_between_words():
    assert wrap("the quick brown fox jumps", 12) == ["the quick", "brown fox", "jumps"]


def test_fills_a_line_to_its_last_cell():
    assert wrap("alpha beta gamma", 10) == ["alpha beta", "gamma"]


def test_single_word_of_exactly_the_width():
    assert wrap("abcdef", 6) == ["abcdef"]


def test_cuts_a_word_longer_than_a_line():
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_keeps_line_breaks():
    assert wrap("one\ntwo three", 20) == ["one", "two three"]


def test_empty_text_is_one_empty_line():
    assert wrap("", 5) == [""]


def test_counts_wide_characters_twice():
    assert wrap("日本 語", 5) == ["日本", "語"]


def test_wide_words_share_a_line_when_they_just_fit():
    assert wrap("日本 語", 7) == ["日本 語"]


def test_refuses_a_width_of_nothing():
    with pytest.raises(ValueError):
        wrap("text", 0)
