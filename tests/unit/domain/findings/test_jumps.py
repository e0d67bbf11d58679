"""Jumps against last year, and units that overrate themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.findings.jumps import (
    TwoOpinions,
    TwoYears,
    criterion_jump,
    overrated,
    total_jump,
)
from thidua_desktop.domain.findings.limits import PROPOSED_LIMITS

maxima = st.integers(min_value=1, max_value=100_00)


def years(before: int, now: int, before_maximum: int = 100_00, maximum: int = 100_00) -> TwoYears:
    return TwoYears(2026, before, before_maximum, now, maximum)


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [
        (70_00, 84_99, None),
        (70_00, 85_00, "finding_total_rise"),
        (85_00, 70_00, "finding_total_fall"),
        (85_00, 85_00, None),
    ],
)
def test_a_total_jumps_from_the_threshold_on(before: int, now: int, code: str | None) -> None:
    found = total_jump(years(before, now), PROPOSED_LIMITS)
    assert (found.code if found else None) == code


def test_a_total_on_another_scale_is_taken_to_this_years() -> None:
    found = total_jump(years(45_00, 72_00, 50_00, 90_00), PROPOSED_LIMITS)
    assert found is None or found.data["comparable"] == 81_00
    fell = total_jump(years(45_00, 60_00, 50_00, 90_00), PROPOSED_LIMITS)
    assert fell is not None
    assert (fell.code, fell.data["change"]) == ("finding_total_fall_scaled", 21_00)


def test_a_criterion_needs_both_share_and_points() -> None:
    small = years(0, 2_00, 2_00, 2_00)
    assert criterion_jump(small, PROPOSED_LIMITS) is None
    assert criterion_jump(small, replace(PROPOSED_LIMITS, jump_points=1_00)) is not None
    assert criterion_jump(years(5_00, 9_00, 10_00, 10_00), PROPOSED_LIMITS) is None
    found = criterion_jump(years(4_00, 9_00, 10_00, 10_00), PROPOSED_LIMITS)
    assert found is not None
    assert (found.code, found.data["change"]) == ("finding_criterion_rise", 5_00)


@given(maxima, maxima)
def test_all_of_a_maximum_is_all_of_another(before_maximum: int, maximum: int) -> None:
    figures = TwoYears(2026, before_maximum, before_maximum, maximum, maximum)
    assert figures.change == 0
    assert TwoYears(2026, 0, before_maximum, 0, maximum).change == 0


@given(maxima, st.data())
def test_under_one_maximum_nothing_is_rounded(maximum: int, data: st.DataObject) -> None:
    before, now = (data.draw(st.integers(0, maximum)) for _ in range(2))
    figures = TwoYears(2026, before, maximum, now, maximum)
    assert (figures.comparable, figures.change) == (before, now - before)


def test_without_a_maximum_nothing_is_compared() -> None:
    assert total_jump(years(0, 50_00, 0, 100_00), PROPOSED_LIMITS) is None
    assert criterion_jump(years(5_00, 0, 10_00, 0), PROPOSED_LIMITS) is None


def test_overrating_is_the_sum_of_what_was_taken_off() -> None:
    lines = [
        TwoOpinions("ND1", 10_00, 5_00),
        TwoOpinions("ND1", 10_00, 6_00),
        TwoOpinions("ND1", 5_00, 6_00),
    ]
    found = overrated(lines, PROPOSED_LIMITS)
    assert found is not None
    assert dict(found.data) == {"own": 25_00, "appraised": 17_00, "gap": 8_00, "count": 2}
    assert overrated(lines[1:], PROPOSED_LIMITS) is None
    assert overrated([], PROPOSED_LIMITS) is None
