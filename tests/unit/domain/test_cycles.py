"""Kỳ: which achievements it sums up, and which reviews a plan has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.cycles_in_hand import year_cycle
from tests.papers_in_hand import shipped_plan
from thidua_desktop.domain.cycles import achievement_period, cycle_before
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import CycleKind


@pytest.mark.parametrize(
    ("slug", "kind", "year", "first", "last"),
    [
        ("xuan-hung", CycleKind.HALF_YEAR, 2026, dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        ("xuan-hung", CycleKind.ANNUAL, 2028, dt.date(2028, 1, 1), dt.date(2028, 12, 31)),
        ("xuan-hung", CycleKind.MID_TERM, 2027, dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
        ("cao-minh", CycleKind.MID_TERM, 2027, dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
        ("tay-hieu", CycleKind.FINAL, 2030, dt.date(2025, 1, 1), dt.date(2030, 12, 31)),
    ],
)
def test_a_review_sums_up_its_stage_and_the_last_one_everything(
    slug: str, kind: CycleKind, year: int, first: dt.date, last: dt.date
) -> None:
    assert achievement_period(shipped_plan(slug), kind, year) == (first, last)


@pytest.mark.parametrize(
    ("kind", "planned"), [(CycleKind.MID_TERM, "2027"), (CycleKind.FINAL, "2030")]
)
def test_the_plan_says_when_it_is_reviewed(kind: CycleKind, planned: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        achievement_period(shipped_plan("xuan-hung"), kind, 2026)
    assert refused.value.code == f"review_{kind}_other_year"
    assert refused.value.data == {"article": "", "year": 2026, "planned": (planned,)}


def test_a_plan_without_stages_has_no_reviews() -> None:
    plan = shipped_plan("xuan-hung")
    annual_only = replace(plan, stages=())
    with pytest.raises(RuleViolation, match="review_final_not_planned"):
        achievement_period(annual_only, CycleKind.FINAL, 2030)


@pytest.mark.parametrize(("day", "late"), [(9, 0), (10, 0), (11, 1), (31, 21)])
def test_lateness_is_counted_from_the_due_day(day: int, late: int) -> None:
    cycle = year_cycle(dt.date(2026, 11, 2), dt.date(2026, 12, 10))
    assert cycle.days_late(dt.date(2026, 12, day)) == late
    assert year_cycle(dt.date(2026, 11, 2)).days_late(dt.date(2026, 12, day)) == 0


def test_last_year_is_the_newest_before_of_the_same_kind() -> None:
    opened = dt.date(2026, 11, 2)
    old, missing_a_year, now, next_year = (
        year_cycle(opened, year=year) for year in (2023, 2024, 2026, 2027)
    )
    half = year_cycle(opened, year=2025, kind=CycleKind.HALF_YEAR)
    known = (next_year, old, half, now, missing_a_year)
    assert cycle_before(now, known) is missing_a_year
    assert cycle_before(next_year, known) is now
    assert cycle_before(old, known) is cycle_before(half, known) is None
