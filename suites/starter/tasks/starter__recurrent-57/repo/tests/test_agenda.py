from datetime import date

from recurrent import Agenda, Rule


def agenda():
    agenda = Agenda()
    agenda.add("stand-up", Rule("daily", date(2025, 3, 3), until=date(2025, 3, 5)))
    agenda.add("review", Rule("weekly", date(2025, 3, 4)))
    return agenda


def test_groups_by_day():
    assert agenda().days(date(2025, 3, 1), date(2025, 3, 11)) == [
        (date(2025, 3, 3), ["stand-up"]),
        (date(2025, 3, 4), ["review", "stand-up"]),
        (date(2025, 3, 5), ["stand-up"]),
        (date(2025, 3, 11), ["review"]),
    ]


def test_busiest_day():
    assert agenda().busiest(date(2025, 3, 1), date(2025, 3, 31)) == date(2025, 3, 4)


def test_nothing_is_never_busy():
    assert agenda().busiest(date(2024, 1, 1), date(2024, 1, 31)) is None
