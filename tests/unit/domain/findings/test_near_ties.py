"""Close to the top, to a class, to the quota line."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.awards.quota_line import (
    ListChoice,
    ListChoiceKind,
    ListPlaces,
    Ranked,
    draw_line,
)
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS
from thidua_desktop.domain.findings.near_ties import (
    NearTie,
    PlacedUnit,
    near_classes,
    near_line,
    near_top,
)
from thidua_desktop.domain.scoring.policy import CAN_THO_BANDS

LIMITS = replace(PROPOSED_LIMITS, near_tie=50)


def placed(*totals: int) -> list[PlacedUnit]:
    return [PlacedUnit(f"DV{rank}", rank, total) for rank, total in enumerate(totals, start=1)]


def said(ties: tuple[NearTie, ...]) -> list[tuple[str, str, str]]:
    return [(tie.unit, tie.other, tie.reason.code) for tie in ties]


def test_those_close_to_the_first_are_told() -> None:
    assert said(near_top(placed(97_00, 97_00, 96_50, 96_49), LIMITS)) == [
        ("DV2", "DV1", "finding_near_top_equal"),
        ("DV3", "DV1", "finding_near_top"),
    ]
    assert near_top([], LIMITS) == near_top(placed(90_00), LIMITS) == ()


def test_both_sides_of_a_class_are_told() -> None:
    assert said(near_classes(placed(95_49, 95_00, 94_50, 94_49, 85_50), CAN_THO_BANDS, LIMITS)) == [
        ("DV1", "", "finding_above_excellent"),
        ("DV2", "", "finding_at_excellent"),
        ("DV3", "", "finding_below_excellent"),
    ]


@given(st.integers(0, 100_00))
def test_a_total_is_near_at_most_one_class(total: int) -> None:
    assert len(near_classes(placed(total), CAN_THO_BANDS, LIMITS)) <= 1


def candidate(code: str, total: int) -> Ranked:
    return Ranked(code, (3, total, 0), CheckState.PASS)


def test_those_just_below_the_quota_line_are_told() -> None:
    people = [candidate("A", 97_00), candidate("B", 96_00), candidate("C", 95_60)]
    others = [candidate("D", 95_40)]
    drawn = draw_line([*people, *others], ListPlaces(2))
    assert said(near_line(drawn, LIMITS)) == [("C", "B", "finding_near_line")]


def test_equals_at_the_line_are_told_among_themselves() -> None:
    drawn = draw_line([candidate("A", 97_00), candidate("B", 96_00), candidate("C", 96_00)],
                      ListPlaces(2))  # fmt: skip
    assert said(near_line(drawn, LIMITS)) == [("C", "B", "finding_near_line_equal")]


def test_beside_equals_at_the_line_the_next_is_measured_against_them() -> None:
    listed = [("A", 97_00), ("B", 96_00), ("C", 96_00), ("D", 95_60), ("E", 95_40)]
    drawn = draw_line([candidate(*one) for one in listed], ListPlaces(2))
    assert said(near_line(drawn, LIMITS)) == [
        ("C", "B", "finding_near_line_equal"),
        ("D", "C", "finding_near_line"),
    ]


def test_who_was_placed_by_the_officer_is_not_near() -> None:
    people = [candidate("A", 97_00), candidate("B", 96_90)]
    choice = ListChoice("B", ListChoiceKind.LEFT_OUT, "đã khen")
    assert near_line(draw_line(people, ListPlaces(1), [choice]), LIMITS) == ()
    assert near_line(draw_line(people, ListPlaces(None)), LIMITS) == ()
