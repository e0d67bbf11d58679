"""A sheet of lines becomes one standing: gate, pools, what does not apply (F1)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.policy import Violation
from thidua_desktop.domain.scoring.score import (
    ScoreLine,
    UnitFacts,
    effective_points,
    explain_line,
    standing,
)

EXAMPLES = max(400, settings().max_examples)

PLAIN = Criterion("1", "Thường", 1000)
GATED = Criterion("2", "Cần minh chứng", 1000, requires_evidence=True)

CRITERIA = CriteriaSet(
    "a",
    (
        Criterion("1", "Một", 4000),
        Criterion("T1", "Thưởng một", 300, role=Role.BONUS),
        Criterion("2", "Hai", 4000, requires_evidence=True),
        Criterion("T2", "Thưởng hai", 300, role=Role.BONUS),
        Criterion("3", "Ba", 2000),
        Criterion("P1", "Trừ một", 400, role=Role.PENALTY),
        Criterion("P2", "Trừ hai", 400, role=Role.PENALTY),
    ),
    bonus_cap=500,
    penalty_cap=500,
)
FACTS = UnitFacts("DV001")


@pytest.mark.parametrize(
    ("criterion", "line", "points"),
    [
        (PLAIN, ScoreLine("1"), 0),
        (PLAIN, ScoreLine("1", 700), 700),
        (PLAIN, ScoreLine("1", 700, 500), 500),
        (PLAIN, ScoreLine("1", 700, 0), 0),
        (PLAIN, ScoreLine("1", None, 400), 400),
        (PLAIN, ScoreLine("1", 5000), 1000),
        (PLAIN, ScoreLine("1", 500, -200), 0),
        (GATED, ScoreLine("2", 700), 0),
        (GATED, ScoreLine("2", 700, has_evidence=True), 700),
        (GATED, ScoreLine("2", 700, 700), 0),
        (GATED, ScoreLine("2", 700, 600, "Đã xem bản giấy"), 600),
        (GATED, ScoreLine("2", 700, 700, council=600, council_reason="Đã xem tại phiên họp"), 600),
        (GATED, ScoreLine("2", 700, 700, council=700), 0),
        (replace(GATED, role=Role.PENALTY), ScoreLine("2", None, 300), 300),
    ],
)
def test_the_office_decides_and_the_gate_holds_back_claims(
    criterion: Criterion, line: ScoreLine, points: int
) -> None:
    assert effective_points(criterion, line) == points


@pytest.mark.parametrize(
    ("criterion", "line", "codes"),
    [
        (PLAIN, ScoreLine("1", 700), ["line_self_points"]),
        (PLAIN, ScoreLine("1", 700, 700), ["line_appraised_as_claimed"]),
        (
            PLAIN,
            ScoreLine("1", 700, 500, "Thiếu một đợt"),
            ["line_appraised", "line_appraisal_reason"],
        ),
        (GATED, ScoreLine("2", 700), ["line_self_points", "line_without_evidence"]),
        (
            GATED,
            ScoreLine("2", 700, 600, "Đã xem bản giấy"),
            ["line_appraised", "line_appraisal_reason", "line_gate_overridden"],
        ),
    ],
)
def test_a_line_explains_itself(criterion: Criterion, line: ScoreLine, codes: list[str]) -> None:
    assert [reason.code for reason in explain_line(criterion, line)] == codes


def test_a_standing_follows_the_order_of_the_set_and_caps_the_pools() -> None:
    lines = [
        ScoreLine("P2", None, 400),
        ScoreLine("3", 2000, 1500, "Chưa đủ"),
        ScoreLine("T2", 300, 300),
        ScoreLine("P1", 200),
        ScoreLine("1", 3500, 3500),
        ScoreLine("T1", 300, 300),
        ScoreLine("2", 4000, None, has_evidence=True),
        ScoreLine("lạ", 9999),
    ]
    facts = UnitFacts("DV001", 2, (Violation.LEADER_WARNED,), has_women_priority=True)
    found = standing(facts, lines, CRITERIA)
    assert found.unit == "DV001"
    assert found.standard == (3500, 4000, 1500)
    assert (found.bonus, found.bonus_given) == (500, 600)
    assert (found.penalty, found.penalty_given) == (500, 600)
    assert (found.late_days, found.violations) == (2, (Violation.LEADER_WARNED,))
    assert found.has_women_priority
    assert found.has_report
    assert found.self_total == 3500 + 4000 + 2000 + 500 - 200
    assert found.pending == 2  # «2», and the penalty that the unit declared itself


def test_a_unit_without_a_report_has_no_self_total_and_nothing_to_appraise() -> None:
    found = standing(replace(FACTS, has_report=False), [], CRITERIA)
    assert (found.standard, found.self_total, found.pending) == ((0, 0, 0), None, 0)


def test_an_empty_report_is_pending_and_has_no_self_total() -> None:
    found = standing(FACTS, [], CRITERIA)
    assert (found.self_total, found.pending) == (None, 3)


POINTS = st.none() | st.integers(-100, 5000)
LINES = st.lists(
    st.builds(
        ScoreLine,
        st.sampled_from([criterion.code for criterion in CRITERIA.criteria]),
        POINTS,
        POINTS,
        st.sampled_from(("", "Lý do")),
        st.booleans(),
        POINTS,
    ),
    unique_by=lambda line: line.criterion_code,
)


@settings(max_examples=EXAMPLES)
@given(LINES)
def test_f1_standings_stay_within_the_set(lines: list[ScoreLine]) -> None:
    found = standing(FACTS, lines, CRITERIA)
    maxima = [criterion.max_points for criterion in CRITERIA.of_role(Role.STANDARD)]
    assert all(0 <= points <= top for points, top in zip(found.standard, maxima, strict=True))
    assert 0 <= found.bonus <= CRITERIA.bonus_cap
    assert 0 <= found.penalty <= CRITERIA.penalty_cap


@settings(max_examples=EXAMPLES)
@given(LINES, st.randoms(use_true_random=False))
def test_f1_the_order_of_lines_changes_nothing(lines: list[ScoreLine], chance: object) -> None:
    shuffled = sorted(lines, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert standing(FACTS, shuffled, CRITERIA) == standing(FACTS, lines, CRITERIA)


@settings(max_examples=EXAMPLES)
@given(LINES, st.data())
def test_f1_more_evidence_never_lowers(lines: list[ScoreLine], data: st.DataObject) -> None:
    proven = [
        replace(line, has_evidence=line.has_evidence or data.draw(st.booleans())) for line in lines
    ]
    before, after = standing(FACTS, lines, CRITERIA), standing(FACTS, proven, CRITERIA)
    assert all(new >= old for new, old in zip(after.standard, before.standard, strict=True))
    assert after.bonus - after.penalty >= before.bonus - before.penalty
