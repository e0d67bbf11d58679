"""Mức xếp loại: proposed, set by the office's own paper, kept by a closed cycle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.setting_up.class_levels import class_levels, set_class_levels
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.domain.scoring.policy import (
    DEFAULT_POLICY,
    Classification,
    LatePenalty,
    check_policy,
)


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all()
    office.appraise_all()
    return office


def classes(office: OfficeInHand) -> set[Classification]:
    ranking = rank_cycle(office.desk, CYCLE)
    return {row.classification for group in ranking.groups for row in group.rows}


def test_they_are_proposed_until_a_paper_sets_them(office: OfficeInHand) -> None:
    proposed = class_levels(office.desk)
    assert (proposed.is_proposal, proposed.source) == (True, DEFAULT_POLICY.source)
    assert proposed.policy(DEFAULT_POLICY.late) == DEFAULT_POLICY
    set_class_levels(office.desk, ClassLevels(90_00, 80_00, 50_00, document=" QĐ mẫu 7/QĐ "))
    own = class_levels(office.desk)
    assert (own.is_proposal, own.source, own.excellent) == (False, "QĐ mẫu 7/QĐ", 90_00)


def test_the_ranking_follows_and_a_closed_cycle_does_not(ready: OfficeInHand) -> None:
    set_class_levels(ready.desk, ClassLevels(200_00, 199_00, 198_00))
    assert classes(ready) == {Classification.NOT_COMPLETED}
    set_class_levels(ready.desk, ClassLevels(2_00, 1_00, 0, zero_bars=False))
    assert classes(ready) == {Classification.EXCELLENT}
    close_cycle(ready.desk, CYCLE)
    set_class_levels(ready.desk, ClassLevels(200_00, 199_00, 198_00))
    assert classes(ready) == {Classification.EXCELLENT}


@pytest.mark.parametrize(
    ("levels", "error"),
    [
        (ClassLevels(80_00, 85_00, 70_00), "policy_bands_not_falling"),
        (ClassLevels(80_00, 70_00, 70_00), "policy_bands_not_falling"),
        (ClassLevels(900_00, 70_00, 60_00), "class_level_outside"),
        (ClassLevels(90_00, 70_00, -1), "class_level_outside"),
    ],
)
def test_levels_that_make_no_sense_are_refused(
    office: OfficeInHand, levels: ClassLevels, error: str
) -> None:
    with pytest.raises(InputError, match=error):
        set_class_levels(office.desk, levels)
    assert class_levels(office.desk) == ClassLevels()


@given(st.sets(st.integers(0, 200_00), min_size=3, max_size=3), st.booleans())
def test_any_falling_levels_make_a_sound_policy(points: set[int], zero_bars: bool) -> None:
    completed, good, excellent = sorted(points)
    levels = ClassLevels(excellent, good, completed, zero_bars=zero_bars)
    policy = levels.policy(LatePenalty(50, 300))
    assert check_policy(policy) == ()
    assert policy.by_points(excellent, (1,)) is Classification.EXCELLENT
    assert policy.by_points(excellent - 1, (1,)) is not Classification.EXCELLENT


def test_equal_units_are_parted_by_the_criteria_that_the_office_chose(
    office: OfficeInHand,
) -> None:
    """Same totals: the one is better at the first criterion, the other at the second."""
    first, second = "Trường Tiểu học Ví Dụ", "Trường Mầm non Hoa Mẫu"
    office.collect(
        office.save(first, ND1=9, ND2=8, ND3=7), office.save(second, ND1=8, ND2=9, ND3=7)
    )
    office.appraise_all()

    def best() -> tuple[str, str]:
        ranking = rank_cycle(office.desk, CYCLE)
        [row] = [
            row
            for group in ranking.groups
            for row in group.rows
            if row.rank == 1 and row.unit.name in (first, second)
        ]
        return row.unit.name, " ".join(office.texts.reasons(row.why))

    for code, name in (("nd1", first), ("ND2", second)):
        set_class_levels(office.desk, ClassLevels(tie_order=(code,)))
        winner, why = best()
        assert winner == name
        assert "nhờ tiêu chí" in why
        assert class_levels(office.desk).tie_order == (code.upper(),)
    with pytest.raises(InputError, match="tie_criterion_unknown"):
        set_class_levels(office.desk, ClassLevels(tie_order=("Z9",)))
