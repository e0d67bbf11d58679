"""Bands, caps and lateness as published, and classes that never fall while the total rises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.policy import (
    DEFAULT_POLICY,
    Band,
    Classification,
    LatePenalty,
    ScoringPolicy,
    Violation,
    check_policy,
)

EXAMPLES = max(400, settings().max_examples)

EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Classification


@pytest.mark.parametrize(
    ("total", "without_zero", "with_zero"),
    [
        (103_00, EXCELLENT, COMPLETED),
        (95_00, EXCELLENT, COMPLETED),
        (94_99, GOOD, COMPLETED),
        (85_00, GOOD, COMPLETED),
        (84_99, COMPLETED, COMPLETED),
        (75_00, COMPLETED, COMPLETED),
        (74_99, NOT_COMPLETED, NOT_COMPLETED),
        (0, NOT_COMPLETED, NOT_COMPLETED),
    ],
)
def test_bands_of_can_tho(
    total: int, without_zero: Classification, with_zero: Classification
) -> None:
    assert DEFAULT_POLICY.by_points(total, (1, 1)) is without_zero
    assert DEFAULT_POLICY.by_points(total, (1, 0)) is with_zero


@pytest.mark.parametrize(
    ("violations", "highest"),
    [
        ((), EXCELLENT),
        ((Violation.LEADER_REPRIMANDED,), GOOD),
        ((Violation.LEADER_WARNED,), COMPLETED),
        ((Violation.LEADER_WARNED, Violation.LEADER_REPRIMANDED), COMPLETED),
        ((Violation.LEADER_DISMISSED,), NOT_COMPLETED),
        ((Violation.CORRUPTION,), NOT_COMPLETED),
        ((Violation.SERIOUS_DISUNITY,), NOT_COMPLETED),
        ((Violation.CRIMINAL_HANDLING,), NOT_COMPLETED),
        ((Violation.NO_SELF_SCORE, Violation.LEADER_REPRIMANDED), NOT_COMPLETED),
    ],
)
def test_violations_leave_a_highest_class(
    violations: tuple[Violation, ...], highest: Classification
) -> None:
    assert DEFAULT_POLICY.highest_with(violations) is highest
    in_reverse = replace(DEFAULT_POLICY, caps=DEFAULT_POLICY.caps[::-1])
    assert in_reverse.highest_with(violations) is highest


def test_every_violation_has_an_effect_by_default() -> None:
    assert all(DEFAULT_POLICY.highest_with((one,)) is not EXCELLENT for one in Violation)


def test_classes_compare_by_worth_not_by_alphabet() -> None:
    assert EXCELLENT.is_at_least(GOOD)
    assert not COMPLETED.is_at_least(GOOD)
    assert GOOD.at_most(COMPLETED) is COMPLETED
    assert COMPLETED.at_most(GOOD) is COMPLETED


@pytest.mark.parametrize(
    ("days", "points"), [(-2, 0), (0, 0), (1, 50), (6, 300), (7, 300), (90, 300)]
)
def test_lateness_is_capped(days: int, points: int) -> None:
    assert DEFAULT_POLICY.late.points(days) == points


def test_tie_positions_count_standard_criteria_only() -> None:
    criteria = CriteriaSet(
        "a",
        (
            Criterion("1", "Một", 5000),
            Criterion("T", "Thưởng", 300, role=Role.BONUS),
            Criterion("2", "Hai", 5000),
        ),
        300,
        0,
    )
    policy = ScoringPolicy(tie_order=("2", "T", "không có", "1"))
    assert policy.tie_positions(criteria) == (1, 0)


@pytest.mark.parametrize(
    ("policy", "codes"),
    [
        (DEFAULT_POLICY, []),
        (ScoringPolicy(bands=()), ["policy_bands_missing"]),
        (
            ScoringPolicy(bands=(Band(GOOD, 85_00, False), Band(COMPLETED, 85_00, False))),
            ["policy_bands_not_falling"],
        ),
        (
            ScoringPolicy(bands=(Band(GOOD, 85_00, False), Band(EXCELLENT, 75_00, False))),
            ["policy_bands_not_falling"],
        ),
        (
            ScoringPolicy(bands=(Band(NOT_COMPLETED, 10_00, False),)),
            ["policy_band_for_not_completed"],
        ),
        (replace(DEFAULT_POLICY, late=LatePenalty(-1, 300)), ["policy_late_negative"]),
    ],
)
def test_broken_policies_are_named(policy: ScoringPolicy, codes: list[str]) -> None:
    assert [issue.code for issue in check_policy(policy)] == codes


@settings(max_examples=EXAMPLES)
@given(
    st.lists(st.integers(0, 110_00), min_size=3, max_size=3, unique=True),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
    st.integers(0, 110_00),
    st.integers(0, 2000),
    st.integers(0, 1),
    st.sets(st.sampled_from(Violation)),
)
def test_f2_a_higher_total_never_gets_a_lower_class(
    minima: list[int],
    strict: tuple[bool, bool, bool],
    total: int,
    more: int,
    lowest: int,
    violations: set[Violation],
) -> None:
    codes = (EXCELLENT, GOOD, COMPLETED)
    bands = zip(codes, sorted(minima, reverse=True), strict, strict=True)
    policy = ScoringPolicy(bands=tuple(Band(*band) for band in bands))
    assert check_policy(policy) == ()
    highest = policy.highest_with(tuple(violations))
    lower = policy.by_points(total, (lowest,)).at_most(highest)
    higher = policy.by_points(total + more, (lowest,)).at_most(highest)
    assert higher.is_at_least(lower)
    assert highest.is_at_least(higher)
