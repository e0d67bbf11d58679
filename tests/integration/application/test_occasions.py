"""Dịp khen thưởng: which awards a cycle has, and how mid-year, year and reviews share them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import CYCLE, UNITS, OfficeInHand
from thidua_desktop.application.appraisal.appraising import accept_as_proposed
from thidua_desktop.application.awarding.proposing import AwardRequest, check, list_awards, propose
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle, give_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.dossiers.writing import plan_papers
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import CycleKind, SubjectKind

ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua"
AFTER_THE_RULES = dt.date(2027, 3, 1)
EACH_YEAR = {"giay_khen_xa", "bang_khen_tinh"}
ONLY_AT_THE_END = {
    *("co_thi_dua_tinh", "bang_khen_thu_tuong", "co_thi_dua_chinh_phu", "huan_chuong_lao_dong"),
}


def listed(office: OfficeInHand, cycle: str = CYCLE) -> set[str]:
    return {line.form.code for line in list_awards(office.desk, cycle).lines}


def used(office: OfficeInHand, cycle: str, award: str = "giay_khen_xa") -> int:
    lines = list_awards(office.desk, cycle).lines
    return next(
        line.quota.used
        for line in lines
        if line.form.code == award and line.subject is SubjectKind.COLLECTIVE
    )


def give(office: OfficeInHand, name: str, cycle: str = CYCLE, words: str = ACHIEVEMENT) -> int:
    request = AwardRequest(cycle, "giay_khen_xa", unit=office.unit(name))
    made = propose(office.desk, request, words, "Thường trực đã có ý kiến.")
    assert made.proposal is not None
    return made.proposal


@pytest.mark.parametrize(
    ("kind", "year", "awards"),
    [
        (CycleKind.HALF_YEAR, 2026, EACH_YEAR),
        (CycleKind.ANNUAL, 2027, EACH_YEAR),
        (CycleKind.MID_TERM, 2027, EACH_YEAR),
        (CycleKind.FINAL, 2030, EACH_YEAR | ONLY_AT_THE_END),
    ],
)
def test_a_cycle_has_the_awards_that_the_plan_gives_then(
    office: OfficeInHand, kind: CycleKind, year: int, awards: set[str]
) -> None:
    cycle = open_cycle(office.desk, kind, year)
    assert listed(office, cycle.id) == awards


def test_another_occasions_award_is_warned_of_and_then_listed(office: OfficeInHand) -> None:
    request = AwardRequest(CYCLE, "co_thi_dua_tinh", unit=office.unit("Phòng Kinh tế"))
    checked = check(office.desk, request, ACHIEVEMENT)
    [found] = [one for one in checked.checks if one.code == "occasion"]
    assert (found.state, found.blocks) == (CheckState.FAIL, False)
    assert found.article.startswith("Kế hoạch của xã Cao Minh")
    assert office.texts.reason(found.reason).endswith(" khi tổng kết.")
    assert propose(office.desk, request, ACHIEVEMENT, "Tỉnh hướng dẫn riêng.").proposal
    assert listed(office) == EACH_YEAR | {"co_thi_dua_tinh"}


def test_mid_year_awards_take_from_the_years_number(office: OfficeInHand) -> None:
    half = open_cycle(office.desk, CycleKind.HALF_YEAR, 2026).id
    other_year = open_cycle(office.desk, CycleKind.ANNUAL, 2027).id
    give(office, "Phòng Kinh tế", half)
    give(office, "Công an xã")
    assert [used(office, cycle) for cycle in (half, CYCLE, other_year)] == [2, 2, 0]


def test_a_year_within_a_review_has_to_be_compared(office: OfficeInHand) -> None:
    review = open_cycle(office.desk, CycleKind.MID_TERM, 2027)
    give(office, "Phòng Kinh tế")
    request = AwardRequest(review.id, "giay_khen_xa", unit=office.unit("Phòng Kinh tế"))
    states = {
        words: next(
            one.state
            for one in check(office.desk, request, words).checks
            if one.code == "one_achievement_once"
        )
        for words in (ACHIEVEMENT, "Đứng đầu cả giai đoạn")
    }
    assert states == {ACHIEVEMENT: CheckState.FAIL, "Đứng đầu cả giai đoạn": CheckState.UNKNOWN}


def test_after_the_last_known_rules_only_looking_is_possible(office: OfficeInHand) -> None:
    office.clock.set(AFTER_THE_RULES)
    assert listed(office) == EACH_YEAR
    request = AwardRequest(CYCLE, "giay_khen_xa", unit=office.unit("Phòng Kinh tế"))
    states = {one.code: one.state for one in check(office.desk, request).checks}
    assert states["dated_rules"] is CheckState.FAIL
    with pytest.raises(RuleViolation, match="no_rule_pack"):
        propose(office.desk, request, ACHIEVEMENT, "Có lý do.")
    later = open_cycle(office.desk, CycleKind.ANNUAL, 2028)
    assert listed(office, later.id) == EACH_YEAR


def test_a_mid_term_review_runs_from_its_opening_to_its_decision(office: OfficeInHand) -> None:
    """Sơ kết: its own number of awards, its own span in every paper, closed at the end."""
    held, desk = dt.date(2027, 2, 10), office.desk
    office.clock.set(dt.date(2027, 1, 10))
    cycle = open_cycle(desk, CycleKind.MID_TERM, 2027, dt.date(2027, 1, 25))
    given = give_forms(desk, cycle.id, office.folder / "so-ket")
    assert len(given) == len(UNITS)
    forms = forms_of_cycle(desk, cycle.id)
    office.clock.set(dt.date(2027, 1, 20))
    files = tuple(office.put(form, "", 0, {}) for form in forms)
    collect_forms(desk, cycle.id, CollectOrder(files))
    accept_as_proposed(desk, cycle.id, [form.identity.unit for form in forms])
    office.clock.set(held)
    numbers = [give(office, name, cycle.id) for name, _, _ in UNITS[:5]]
    sixth = AwardRequest(cycle.id, "giay_khen_xa", unit=office.unit(UNITS[5][0]))
    [quota] = [one for one in check(desk, sixth, ACHIEVEMENT).checks if one.code == "quota"]
    assert (quota.state, quota.blocks) == (CheckState.FAIL, True)
    session = open_session(desk, cycle.id, held, Attendance(11, 10))
    for number in numbers:
        assert vote(desk, session.id, number, VoteCount(10, 0)).passed
    made = issue_decision(desk, session.id, held)
    assert [one.amount for one in made.awards] == [1_520_000] * 5
    papers = {one.kind: one.paper for one in plan_papers(desk, office.texts, cycle.id)}
    assert "giai đoạn 2026 - 2027" in papers["quyet_dinh"].subject
    assert "giai đoạn 2026 - 2027" in papers["to_trinh"].subject
    assert not close_cycle(desk, cycle.id).is_open
