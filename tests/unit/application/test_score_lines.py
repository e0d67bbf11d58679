"""A unit's answers beside the office's points, and the council's where it gave any."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.results.ranking import score_lines
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.score import ScoreLine
from thidua_desktop.domain.self_reports import Appraisal, CouncilFigure, ReportLine, SelfReport

DAY = dt.date(2026, 12, 20)
CRITERIA = CriteriaSet(
    "a",
    (
        Criterion("1", "Một", 50_00),
        Criterion("2", "Hai", 50_00),
        Criterion("P", "Trừ", 5_00, role=Role.PENALTY),
    ),
    bonus_cap=0,
    penalty_cap=5_00,
)
REPORT = SelfReport(
    "2026-annual",
    "DV001",
    DAY,
    "phieu.xlsx",
    (ReportLine("1", 40_00, evidence="Tệp 1"), ReportLine("P", 1_00)),
)


def given(criterion: str, points: int, council: CouncilFigure | None = None) -> Appraisal:
    return Appraisal("2026-annual", "DV001", criterion, points, "Đã xem", DAY, council)


def test_what_a_unit_leaves_empty_is_a_line_too_and_deductions_are_not_its_own() -> None:
    assert score_lines(CRITERIA, REPORT, {}) == (
        ScoreLine("1", 40_00, has_evidence=True),
        ScoreLine("2"),
        ScoreLine("P"),
    )
    assert score_lines(CRITERIA, None, {}) == (ScoreLine("1"), ScoreLine("2"), ScoreLine("P"))


def test_the_offices_and_the_councils_points_stand_beside_it() -> None:
    figure = CouncilFigure(35_00, "Theo biên bản", DAY)
    appraisals = {"1": given("1", 30_00, figure), "P": given("P", 2_00)}
    first, second, penalty = score_lines(CRITERIA, REPORT, appraisals)
    assert first == ScoreLine(
        "1", 40_00, 30_00, "Đã xem", has_evidence=True, council=35_00, council_reason=figure.reason
    )
    assert second == ScoreLine("2")
    assert penalty == ScoreLine("P", None, 2_00, "Đã xem")
