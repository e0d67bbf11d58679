"""Hội đồng, quyết định: quorum, votes on all members, what is the commune's to decide, money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose, withdraw
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.proposals import ProposalStatus

ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"
HELD = dt.date(2026, 12, 22)
SIGNED = dt.date(2026, 12, 24)
FULL = Attendance(11, 10)
ALL = VoteCount(10, 0)


@dataclass
class Ready:
    """An office with three proposals: for giấy khen a unit and a person, for bằng khen a unit."""

    office: OfficeInHand
    unit: int
    person: int
    higher: int

    def status(self, proposal: int) -> ProposalStatus:
        with self.office.desk.store.read() as books:
            return books.awards.proposal(proposal).status

    def session(self, held_on: dt.date = HELD, attendance: Attendance = FULL) -> str:
        return open_session(self.office.desk, CYCLE, held_on, attendance).id

    def passed(self, *proposals: int) -> str:
        """A session in which these passed."""
        session = self.session()
        for proposal in proposals:
            assert vote(self.office.desk, session, proposal, ALL).passed
        return session


@pytest.fixture
def ready(office: OfficeInHand) -> Ready:
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    units = [
        ("giay_khen_xa", office.unit("Phòng Kinh tế"), ""),
        ("giay_khen_xa", "", office.person("Trần Thị Ví Dụ")),
        ("bang_khen_tinh", office.unit("Trường Tiểu học Ví Dụ"), ""),
    ]
    numbers = []
    for award, unit, person in units:
        request = AwardRequest(CYCLE, award, unit, person)
        number = propose(office.desk, request, ACHIEVEMENT, "Đã kiểm tra hồ sơ.").proposal
        assert number is not None
        numbers.append(number)
    office.clock.set(HELD)
    return Ready(office, *numbers)


def test_sessions_are_numbered_within_their_cycle(ready: Ready) -> None:
    assert [ready.session(), ready.session()] == [f"{CYCLE}-1", f"{CYCLE}-2"]


def test_a_number_is_free_again_only_when_no_later_one_stands(ready: Ready) -> None:
    ready.session()
    first = ready.office.desk.store.operations(1)[0].id
    ready.session()
    ready.office.desk.store.undo(first)
    assert ready.session() == f"{CYCLE}-3"


def test_a_session_needs_its_quorum(ready: Ready) -> None:
    with pytest.raises(RuleViolation, match="session_without_quorum") as caught:
        ready.session(attendance=Attendance(12, 7))
    assert caught.value.article
    assert caught.value.data["needed"] == 8
    ready.session(attendance=Attendance(12, 8))


@pytest.mark.parametrize("attendance", [Attendance(0, 0), Attendance(9, 10), Attendance(9, -1)])
def test_numbers_that_cannot_be_are_refused(ready: Ready, attendance: Attendance) -> None:
    with pytest.raises(InputError, match="attendance_wrong") as caught:
        ready.session(attendance=attendance)
    assert caught.value.issues


def test_votes_count_on_all_members(ready: Ready) -> None:
    session = ready.session(attendance=Attendance(11, 8))
    outcome = vote(ready.office.desk, session, ready.unit, VoteCount(5, 3))
    assert (outcome.passed, outcome.share_x100) == (False, 45_45)
    assert ready.status(ready.unit) is ProposalStatus.NOT_PASSED
    outcome = vote(ready.office.desk, session, ready.unit, VoteCount(6, 2))
    assert (outcome.passed, outcome.share_x100) == (True, 54_55)
    assert ready.status(ready.unit) is ProposalStatus.PASSED
    assert outcome.reasons


def test_voting_again_replaces_the_result(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    vote(ready.office.desk, session, ready.unit, VoteCount(2, 8))
    with ready.office.desk.store.read() as books:
        [ballot] = books.awards.ballots(session)
    assert (ballot.yes, ballot.passed) == (2, False)
    assert ready.status(ready.unit) is ProposalStatus.NOT_PASSED


@pytest.mark.parametrize("count", [VoteCount(11, 0), VoteCount(6, 4, 1), VoteCount(-1, 5)])
def test_votes_that_cannot_be_change_nothing(ready: Ready, count: VoteCount) -> None:
    session = ready.session()
    with pytest.raises(InputError, match="votes_wrong"):
        vote(ready.office.desk, session, ready.unit, count)
    assert ready.status(ready.unit) is ProposalStatus.PROPOSED


def test_a_proposal_of_another_cycle_is_not_voted_on(ready: Ready) -> None:
    other = open_cycle(ready.office.desk, CycleKind.HALF_YEAR, 2026)
    session = open_session(ready.office.desk, other.id, HELD, FULL)
    with pytest.raises(RuleViolation, match="proposal_of_other_cycle"):
        vote(ready.office.desk, session.id, ready.unit, ALL)


def test_what_was_withdrawn_or_decided_is_settled(ready: Ready) -> None:
    withdraw(ready.office.desk, ready.person)
    session = ready.passed(ready.unit)
    issue_decision(ready.office.desk, session, SIGNED)
    for settled in (ready.person, ready.unit):
        with pytest.raises(RuleViolation, match="proposal_settled"):
            vote(ready.office.desk, session, settled, ALL)
    with pytest.raises(RuleViolation, match="proposal_settled"):
        withdraw(ready.office.desk, ready.unit)


def test_what_does_not_exist_is_told(ready: Ready) -> None:
    session = ready.session()
    with pytest.raises(NotFound, match="session_unknown"):
        vote(ready.office.desk, "2026-annual-9", ready.unit, ALL)
    with pytest.raises(NotFound, match="proposal_unknown"):
        vote(ready.office.desk, session, 99, ALL)
    with pytest.raises(NotFound, match="cycle_unknown"):
        open_session(ready.office.desk, "2030-annual", HELD, FULL)
    with pytest.raises(NotFound, match="session_unknown"):
        issue_decision(ready.office.desk, "2026-annual-9", SIGNED)


def test_the_commune_decides_its_own_awards_with_their_money(ready: Ready) -> None:
    session = ready.passed(ready.unit, ready.person, ready.higher)
    made = issue_decision(ready.office.desk, session, SIGNED, "12")
    assert {award.proposal: award.amount for award in made.awards} == {
        ready.unit: 1_520_000,  # 0,6 × 2.530.000 = 1.518.000
        ready.person: 760_000,  # 0,3 × 2.530.000 = 759.000
    }
    assert made.total == 2_280_000
    assert made.submitted == (ready.higher,)
    assert ready.status(ready.unit) is ProposalStatus.DECIDED
    assert ready.status(ready.higher) is ProposalStatus.PASSED


def test_a_decision_keeps_the_rules_it_was_made_under(ready: Ready) -> None:
    issue_decision(ready.office.desk, ready.passed(ready.unit), SIGNED)
    with ready.office.desk.store.read() as books:
        [decision] = books.awards.decisions()
    assert (decision.rule_pack, decision.base_salary) == ("2026-10-01", 2_530_000)
    assert (decision.decided_on, decision.number) == (SIGNED, "")


def test_only_what_passed_is_decided(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    vote(ready.office.desk, session, ready.person, VoteCount(3, 7))
    made = issue_decision(ready.office.desk, session, SIGNED)
    assert [award.proposal for award in made.awards] == [ready.unit]


def test_nothing_is_decided_twice(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    issue_decision(ready.office.desk, session, SIGNED)
    with pytest.raises(RuleViolation, match="nothing_to_decide"):
        issue_decision(ready.office.desk, session, SIGNED)


def test_higher_awards_alone_are_not_the_communes_to_decide(ready: Ready) -> None:
    session = ready.passed(ready.higher)
    with pytest.raises(RuleViolation, match="nothing_to_decide"):
        issue_decision(ready.office.desk, session, SIGNED)


def test_a_decision_does_not_go_before_its_session(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    with pytest.raises(InputError, match="decision_before_session"):
        issue_decision(ready.office.desk, session, HELD - dt.timedelta(days=1))


def test_days_without_rules_are_said_so(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    issue_day = dt.date(2027, 2, 28)
    with pytest.raises(RuleViolation, match="no_rule_pack"):
        issue_decision(ready.office.desk, session, issue_day + dt.timedelta(days=1))
    assert ready.status(ready.unit) is ProposalStatus.PASSED
    assert issue_decision(ready.office.desk, session, issue_day).awards
    # A session may be held while new rules are not in yet; deciding waits for them.
    assert ready.session(dt.date(2027, 3, 1))


def test_undoing_a_decision_lets_it_be_made_again(ready: Ready) -> None:
    session = ready.passed(ready.unit)
    issue_decision(ready.office.desk, session, SIGNED)
    ready.office.desk.store.undo(ready.office.desk.store.operations(1)[0].id)
    assert ready.status(ready.unit) is ProposalStatus.PASSED
    assert len(issue_decision(ready.office.desk, session, SIGNED).awards) == 1
