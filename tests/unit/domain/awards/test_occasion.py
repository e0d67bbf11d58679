"""Dịp khen thưởng: the plan's occasions warn, and mid-year awards take from the year's number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.candidates_in_hand import GOOD
from tests.rules_in_hand import COLLECTIVE, COMMUNE_FORM, PACK
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import PlannedOccasions
from thidua_desktop.domain.awards.quota import QuotaState, quota_state
from thidua_desktop.domain.awards.verdict import Check, CheckState
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.plan import LadderStep, QuotaRule

PLAN = "Kế hoạch của xã Ví Dụ"


def judged(planned: PlannedOccasions | None) -> list[Check]:
    facts = replace(GOOD, occasion=planned)
    return [one for one in check_award(COMMUNE_FORM, PACK, facts) if one.code == "occasion"]


@pytest.mark.parametrize(
    ("planned", "state", "reason"),
    [
        (PlannedOccasions(PLAN, True, ("hằng năm",)), CheckState.PASS, "occasion_fits"),
        (PlannedOccasions(PLAN, True), CheckState.PASS, "occasion_any"),
        (PlannedOccasions(PLAN, False, ("khi tổng kết",)), CheckState.FAIL, "occasion_other"),
        (
            PlannedOccasions(PLAN, False, is_named=False),
            CheckState.UNKNOWN,
            "occasion_not_planned",
        ),
    ],
)
def test_the_plan_is_quoted_and_never_blocks(
    planned: PlannedOccasions, state: CheckState, reason: str
) -> None:
    [found] = judged(planned)
    assert (found.state, found.reason.code, found.article) == (state, reason, PLAN)
    assert not found.blocks
    assert (found.remedy is None) == (state is CheckState.PASS)


def test_without_a_plan_nothing_is_said() -> None:
    assert judged(None) == []


@pytest.mark.parametrize(
    ("occasions", "given"),
    [
        ((), set(CycleKind)),
        ((CycleKind.FINAL,), {CycleKind.FINAL}),
        ((CycleKind.ANNUAL,), {CycleKind.ANNUAL, CycleKind.HALF_YEAR}),
        ((CycleKind.MID_TERM, CycleKind.FINAL), {CycleKind.MID_TERM, CycleKind.FINAL}),
    ],
)
def test_what_is_given_each_year_may_be_given_at_mid_year(
    occasions: tuple[CycleKind, ...], given: set[CycleKind]
) -> None:
    step = LadderStep("xa", "Giấy khen", occasions)
    assert {kind for kind in CycleKind if step.is_for(kind)} == given


def rule(kind: CycleKind, maximum: int) -> QuotaRule:
    return QuotaRule(kind, "xa", COLLECTIVE, maximum, "commune", "")


def left(*rules: QuotaRule) -> QuotaState:
    return quota_state(rules, CycleKind.HALF_YEAR, "xa", COLLECTIVE, {COLLECTIVE: 4})


def test_mid_year_takes_from_the_years_number() -> None:
    assert left(rule(CycleKind.ANNUAL, 10)).remaining == 6


def test_mid_year_has_its_own_number_where_one_is_set() -> None:
    assert left(rule(CycleKind.ANNUAL, 10), rule(CycleKind.HALF_YEAR, 5)).remaining == 1


def test_mid_year_takes_nothing_from_a_reviews_number() -> None:
    assert left(rule(CycleKind.MID_TERM, 1)).remaining is None
