"""The line through a ranked list: never more above it than there are places, without a word."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.awards.quota_line import (
    ListChoice,
    ListChoiceKind,
    ListPlace,
    ListPlaces,
    QuotaList,
    Ranked,
    draw_line,
)
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.reasons import Reason

BLOCK = (Reason("hold_none"),)


def one(code: str, standing: int | None, **more: object) -> Ranked:
    reached = None if standing is None else (standing,)
    return Ranked(code, reached, CheckState.PASS, **more)  # type: ignore[arg-type]


def places_of(result: QuotaList) -> dict[str, str]:
    return {line.candidate.code: line.place.value for line in result.lines}


def codes_of(result: QuotaList) -> dict[str, str]:
    return {line.candidate.code: line.why.code for line in result.lines}


def test_the_best_stand_above_the_line_and_each_is_told_why() -> None:
    listed = [one("C", 70), one("A", 90), one("B", 80), one("D", None)]
    result = draw_line(listed, ListPlaces(2))
    assert [line.candidate.code for line in result.lines] == ["A", "B", "C", "D"]
    assert places_of(result) == {"A": "in", "B": "in", "C": "out", "D": "out"}
    assert codes_of(result) == {
        "A": "list_within",
        "B": "list_within",
        "C": "list_beyond",
        "D": "list_without_result",
    }
    assert result.over == 0


def test_who_is_blocked_gives_the_place_to_the_next() -> None:
    result = draw_line([one("A", 90, blocked_by=BLOCK), one("B", 80), one("C", 70)], ListPlaces(1))
    assert places_of(result) == {"A": "out", "B": "in", "C": "out"}


def test_equals_at_the_edge_stay_open_unless_the_law_parts_them() -> None:
    tied = draw_line([one("A", 90), one("B", 80), one("C", 80)], ListPlaces(2))
    assert places_of(tied) == {"A": "in", "B": "tied", "C": "tied"}
    parted = draw_line(
        [
            one("A", 90),
            one("B", 80, has_women_priority=False),
            one("C", 80, has_women_priority=True),
        ],
        ListPlaces(2, women_first=True),
    )
    assert places_of(parted) == {"A": "in", "B": "out", "C": "in"}


def test_the_officers_word_goes_before_the_order_and_may_go_over() -> None:
    choices = (
        ListChoice("D", ListChoiceKind.TAKEN_IN, "thành tích đột xuất"),
        ListChoice("A", ListChoiceKind.LEFT_OUT, "xin rút"),
    )
    listed = [one("A", 90), one("B", 80), one("C", 70), one("D", 60)]
    result = draw_line(listed, ListPlaces(2), choices)
    assert places_of(result) == {"A": "out", "B": "in", "C": "out", "D": "in"}
    assert result.over == 0
    more = (*choices, ListChoice("C", ListChoiceKind.TAKEN_IN, "đề nghị của Hội đồng"))
    assert draw_line(listed, ListPlaces(1), more).over == 1


def test_proposals_hold_their_places() -> None:
    result = draw_line([one("A", 90), one("B", 80, is_proposed=True)], ListPlaces(1))
    assert places_of(result) == {"A": "out", "B": "in"}


def test_only_newcomers_are_over_however_many_hold_a_place_already() -> None:
    held = [one(code, 70, is_proposed=True) for code in "ABC"]
    choice = (ListChoice("D", ListChoiceKind.TAKEN_IN, "thành tích đột xuất"),)
    assert draw_line(held, ListPlaces(1)).over == 0
    assert draw_line([*held, one("D", 90)], ListPlaces(1), choice).over == 1


def test_a_line_is_lower_where_it_leaves_places_empty() -> None:
    assert not ListPlaces(3).is_lower
    assert not ListPlaces(3, drawn=3).is_lower
    assert ListPlaces(3, drawn=2).is_lower
    assert ListPlaces(None, drawn=100).is_lower


def test_without_a_limit_everyone_who_may_is_in() -> None:
    result = draw_line([one("A", 90), one("B", 90), one("C", None)], ListPlaces(None))
    assert places_of(result) == {"A": "in", "B": "in", "C": "out"}


CANDIDATES = st.lists(
    st.builds(
        Ranked,
        code=st.uuids().map(str),
        standing=st.none() | st.tuples(st.integers(0, 12)),
        state=st.sampled_from(CheckState),
        blocked_by=st.sampled_from([(), BLOCK]),
        has_women_priority=st.none() | st.booleans(),
    ),
    max_size=14,
    unique_by=lambda candidate: candidate.code,
)


@given(CANDIDATES, st.none() | st.integers(0, 8), st.randoms(use_true_random=False))
def test_never_more_than_the_places_and_never_by_the_order_of_the_input(
    candidates: list[Ranked], places: int | None, dice: random.Random
) -> None:
    result = draw_line(candidates, ListPlaces(places))
    if places is not None:
        assert len(result.within) <= places
    assert result.over == 0
    shuffled = candidates[:]
    dice.shuffle(shuffled)
    assert draw_line(shuffled, ListPlaces(places)) == result
    assert all(
        not line.candidate.blocked_by and line.candidate.standing is not None
        for line in result.within
    )


@given(CANDIDATES, st.integers(0, 8))
def test_nobody_below_the_line_is_better_than_one_above(
    candidates: list[Ranked], places: int
) -> None:
    result = draw_line(candidates, ListPlaces(places))
    below = [
        line.candidate.standing
        for line in result.lines
        if line.place is not ListPlace.IN
        and not line.candidate.blocked_by
        and line.candidate.standing is not None
    ]
    above = [line.candidate.standing or () for line in result.within]
    assert not (above and below) or min(above) >= max(below)
