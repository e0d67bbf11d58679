"""Places go from the most votes down, and never by the order of a list."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.by_votes import Places, Standing, take_places


def taken(places: int, *votes: int, chair: int | None = None) -> Places[int]:
    standings = [
        Standing(number, yes, number == chair) for number, yes in enumerate(votes, start=1)
    ]
    return take_places(standings, lambda beside, _one: len(beside) < places)


def test_the_most_votes_take_the_places() -> None:
    assert taken(2, 5, 8, 7) == Places((2, 3), (1,), ())
    assert taken(3, 5, 8, 7) == Places((2, 3, 1), (), ())


def test_even_votes_at_the_line_take_nothing() -> None:
    assert taken(2, 9, 7, 7, 5) == Places((1,), (4,), (2, 3))


def test_even_votes_above_the_line_are_no_matter() -> None:
    assert taken(2, 7, 7, 5) == Places((1, 2), (3,), ())


def test_the_chair_parts_even_votes() -> None:
    assert taken(2, 9, 7, 7, chair=3) == Places((1, 3), (2,), ())


@given(st.lists(st.integers(0, 4), max_size=9), st.integers(0, 9), st.randoms())
def test_the_order_of_the_list_decides_nothing(
    votes: list[int], places: int, dice: random.Random
) -> None:
    standings = [Standing(number, yes) for number, yes in enumerate(votes)]
    shuffled = list(standings)
    dice.shuffle(shuffled)

    def room(beside: list[int], _one: int) -> bool:
        return len(beside) < places

    one, other = take_places(standings, room), take_places(shuffled, room)
    assert set(one.taken) == set(other.taken)
    assert set(one.tied) == set(other.tied)
    assert set(one.left) == set(other.left)
    assert len(one.taken) <= places
    assert len(one.taken) + len(one.left) + len(one.tied) == len(votes)
    for winner in one.taken:
        for loser in (*one.left, *one.tied):
            assert votes[winner] >= votes[loser]
