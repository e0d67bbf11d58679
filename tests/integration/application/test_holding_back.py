"""Tạm dừng xét holds to the end: at the vote, in the decision, in the lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.cases.disciplines import add_discipline, remove_discipline
from thidua_desktop.application.cases.holds import add_hold, resume_hold
from thidua_desktop.application.council.session_board import council_board
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.dossiers.writing import plan_papers
from thidua_desktop.application.paper_kinds.draft import Draft, read_draft
from thidua_desktop.application.province_forms.office_fields import OFFICE_FIELDS
from thidua_desktop.application.province_forms.records import records_of
from thidua_desktop.application.province_workbooks.profile import FormArea, RowsOf
from thidua_desktop.application.today import today_board
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.awards.facts import Discipline, Hold, HoldKind
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import RuleViolation

DAY = dt.date(2026, 12, 18)
ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"
UNIT = "Phòng Kinh tế"
MATTER = Hold(HoldKind.COMPLAINT, dt.date(2026, 11, 1), document="Thông báo mẫu số 12/TB")


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all()
    office.appraise_all()
    office.clock.set(DAY)
    return office


def told_to_the_province(draft: Draft) -> tuple[list[str], object]:
    """Whom its workbook lists as passed, and how many proposals it counts."""
    area = FormArea("S", 1, (), rows_of=RowsOf.PASSED)
    (total,) = (one for one in OFFICE_FIELDS if one.code == "proposals_total")
    return [one.name for one in records_of(draft, area)], total.value(draft)


def test_a_matter_that_comes_up_later_keeps_back_from_vote_decision_and_lists(
    ready: OfficeInHand,
) -> None:
    """Not even who was proposed or voted on before goes on while a matter is pending."""
    desk, day = ready.desk, DAY
    held, other = CaseSubject(ready.unit(UNIT), is_person=False), "Công an xã"
    numbers = [
        propose(desk, AwardRequest(CYCLE, "giay_khen_xa", unit=ready.unit(name)), ACHIEVEMENT, "x")
        for name in (UNIT, other)
    ]
    first, second = (one.proposal for one in numbers)
    assert first
    assert second
    matter = add_hold(desk, held, MATTER)
    session = open_session(desk, CYCLE, day, Attendance(11, 10)).id
    with pytest.raises(RuleViolation, match="proposal_on_hold") as refused:
        vote(desk, session, first, VoteCount(10, 0))
    assert refused.value.article.startswith("Khoản 4 Điều 4")
    board = council_board(desk, CYCLE)
    assert board.sessions[0].held == {first}
    assert [one.id for one in board.on_ballot("giay_khen_xa", board.sessions[0])] == [second]
    (ballots,) = (p for p in plan_papers(desk, ready.texts, CYCLE) if p.kind == "phieu_bau")
    assert ballots.proposals == (second,)
    # Concluded, voted on, then a further matter comes up before the decision.
    resume_hold(desk, matter, day, "Kết luận mẫu số 15/KL")
    for number in (first, second):
        vote(desk, session, number, VoteCount(10, 0))
    again = add_hold(desk, held, replace(MATTER, from_day=day))
    lists = read_draft(desk, ready.texts, CYCLE)
    assert [one.proposal.id for one in lists.submitted(lists.sessions[0], "giay_khen_xa")] == [
        second
    ]
    assert told_to_the_province(lists) == ([other], 1)
    made = issue_decision(desk, session, day)
    assert [one.proposal for one in made.awards] == [second]
    assert [one.id for one in made.held] == [first]
    with pytest.raises(RuleViolation, match="proposal_on_hold"):
        issue_decision(desk, session, day)
    resume_hold(desk, again, day, "Kết luận mẫu số 16/KL")
    assert [one.proposal for one in issue_decision(desk, session, day).awards] == [first]


def test_a_discipline_that_begins_later_keeps_back_while_it_runs(ready: OfficeInHand) -> None:
    desk, who = ready.desk, CaseSubject(ready.unit(UNIT), is_person=False)
    request = AwardRequest(CYCLE, "giay_khen_xa", unit=who.code)
    number = propose(desk, request, ACHIEVEMENT, "x").proposal
    assert number
    record = add_discipline(desk, who, "Khiển trách", Discipline(DAY), "Quyết định mẫu 21/QĐ")
    session = open_session(desk, CYCLE, DAY, Attendance(11, 10)).id
    with pytest.raises(RuleViolation, match="proposal_under_discipline") as refused:
        vote(desk, session, number, VoteCount(10, 0))
    assert refused.value.data["document"] == "Quyết định mẫu 21/QĐ"
    remove_discipline(desk, record)
    assert vote(desk, session, number, VoteCount(10, 0)).passed


def test_the_home_page_says_who_waits_and_asks_for_no_decision_on_them(
    ready: OfficeInHand,
) -> None:
    desk, who = ready.desk, CaseSubject(ready.unit(UNIT), is_person=False)
    propose(desk, AwardRequest(CYCLE, "giay_khen_xa", unit=who.code), ACHIEVEMENT, "x")
    told = {one.reason.code for one in today_board(desk, CYCLE).sentences}
    assert ("today_before_council" in told, "today_held" in told) == (True, False)
    add_hold(desk, who, MATTER)
    told = {one.reason.code for one in today_board(desk, CYCLE).sentences}
    assert ("today_before_council" in told, "today_held" in told) == (False, True)
