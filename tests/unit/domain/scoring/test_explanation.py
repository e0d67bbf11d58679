"""Every step that put a unit where it is, is told, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion
from thidua_desktop.domain.scoring.explanation import explain
from thidua_desktop.domain.scoring.policy import (
    DEFAULT_POLICY,
    Classification,
    ScoringPolicy,
    Violation,
)
from thidua_desktop.domain.scoring.ranking import rank_group
from thidua_desktop.domain.scoring.score import UnitStanding

EXAMPLES = max(400, settings().max_examples)

CRITERIA = CriteriaSet(
    "a",
    (Criterion("1", "Một", 4000), Criterion("2", "Hai", 4000), Criterion("3", "Ba", 2000)),
    bonus_cap=300,
    penalty_cap=300,
)
FULL = UnitStanding("DV001", (4000, 3800, 1900))


def codes(standing: UnitStanding, policy: ScoringPolicy = DEFAULT_POLICY) -> list[str]:
    (row,) = rank_group([standing], policy)
    return [reason.code for reason in explain(row, CRITERIA, policy)]


def test_the_plain_case_is_short() -> None:
    assert codes(FULL) == ["rank_standard", "rank_total", "class_excellent_reached"]


def test_every_part_of_the_total_is_told() -> None:
    standing = FULL._replace(
        bonus=300, bonus_given=500, penalty=100, penalty_given=100, late_days=2, pending=4
    )
    assert codes(standing) == [
        "rank_standard",
        "rank_bonus_capped",
        "rank_penalty",
        "rank_late",
        "rank_total",
        "class_excellent_reached",
        "rank_pending",
    ]


def test_the_band_says_what_is_missing() -> None:
    (row,) = rank_group([UnitStanding("DV001", (3000, 3000, 1800))], DEFAULT_POLICY)
    assert explain(row, CRITERIA, DEFAULT_POLICY)[2:] == (
        Reason("class_excellent_missed_by_points", {"minimum": 95_00, "missing": 17_00}),
        Reason("class_good_missed_by_points", {"minimum": 85_00, "missing": 7_00}),
        Reason("class_completed_reached", {"total": 78_00}),
    )


def test_a_zero_is_named_where_it_keeps_a_unit_out() -> None:
    standing = UnitStanding("DV001", (4000, 0, 2000))._replace(bonus=2700)
    (row,) = rank_group([standing], DEFAULT_POLICY)
    reasons = {reason.code: reason.data for reason in explain(row, CRITERIA, DEFAULT_POLICY)}
    assert reasons["rank_zeros"] == {"count": 1, "criteria": ("2",)}
    assert "class_excellent_missed_by_points" in reasons
    assert reasons["class_good_missed_by_zero"] == {"criteria": ("2",)}
    assert "class_completed_reached" in reasons


def test_a_violation_is_followed_by_what_it_does() -> None:
    warned = FULL._replace(violations=(Violation.LEADER_WARNED,))
    assert codes(warned)[-2:] == ["violation_leader_warned", "class_completed_capped"]
    weak = UnitStanding("DV001", (3000, 3000, 1800), violations=(Violation.LEADER_REPRIMANDED,))
    assert codes(weak)[-2:] == ["violation_leader_reprimanded", "class_good_cap_unfelt"]


def test_no_report_is_told_instead_of_a_band() -> None:
    silent = FULL._replace(has_report=False, pending=3)
    assert codes(silent)[-2:] == ["class_no_report", "rank_none"]


def test_a_floor_is_told() -> None:
    assert "rank_total_floor" in codes(UnitStanding("DV001", (100, 100, 50), penalty=300))


def test_a_tie_names_the_step_that_parted_it() -> None:
    standings = [
        UnitStanding("A", (3000, 3000, 2000)),
        UnitStanding("B", (2900, 3100, 2000)),
        UnitStanding("C", (2900, 3100, 2000), has_women_priority=True),
    ]
    rows = rank_group(standings, DEFAULT_POLICY, (0, 1))
    told = {row.unit: explain(row, CRITERIA, DEFAULT_POLICY)[-3:] for row in rows}
    assert [row.unit for row in rows] == ["A", "C", "B"]
    behind = Reason("rank_behind_by_criterion", {"criterion": "1", "points": 2900, "other": 3000})
    article = {"article": "khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP của Chính phủ"}
    assert told["A"][-2:] == (
        Reason("rank_equal_total", {"others": 2}),
        Reason("rank_ahead_by_criterion", {"criterion": "1", "points": 3000, "other": 2900}),
    )
    assert told["C"][-2:] == (behind, Reason("rank_ahead_by_priority", article))
    assert told["B"][-1] == Reason("rank_behind_by_priority", article)


def test_the_nearest_neighbours_are_compared() -> None:
    standings = [
        UnitStanding(str(points), (points, 4000 - points, 9)) for points in (1, 2, 4, 8, 16)
    ]
    rows = rank_group(standings, DEFAULT_POLICY, (0,))
    assert explain(rows[2], CRITERIA, DEFAULT_POLICY)[-2:] == (
        Reason("rank_behind_by_criterion", {"criterion": "1", "points": 4, "other": 8}),
        Reason("rank_ahead_by_criterion", {"criterion": "1", "points": 4, "other": 2}),
    )


def test_what_stays_equal_goes_to_the_council() -> None:
    rows = rank_group([FULL, FULL._replace(unit="DV002")], DEFAULT_POLICY, (0,))
    for row in rows:
        assert explain(row, CRITERIA, DEFAULT_POLICY)[-1] == Reason(
            "rank_tied", {"others": 1, "rank": 1}
        )


@settings(max_examples=EXAMPLES)
@given(
    st.lists(
        st.tuples(st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 2000)),
        min_size=1,
        max_size=6,
    ),
    st.sets(st.sampled_from(Violation)),
    st.booleans(),
)
def test_the_explanation_ends_where_the_ranking_does(
    scores: list[tuple[int, int, int]],
    violations: set[Violation],
    has_report: bool,
) -> None:
    standings = [
        UnitStanding(f"DV{place}", score, violations=tuple(violations), has_report=has_report)
        for place, score in enumerate(scores)
    ]
    for row in rank_group(standings, DEFAULT_POLICY, (1,)):
        reasons = explain(row, CRITERIA, DEFAULT_POLICY)
        found = [reason.code for reason in reasons]
        assert {"rank_total", "rank_total_floor"} & set(found)
        assert ("rank_tied" in found) == row.tied
        assert ("rank_none" in found) == (row.rank is None)
        told = [code.split("_", 1)[1] for code in found if code.startswith("class_")][-1]
        if told == "no_report":
            assert row.classification is Classification.NOT_COMPLETED
        elif not told.endswith("_unfelt"):
            assert told.rsplit("_", 1)[0] == row.classification
