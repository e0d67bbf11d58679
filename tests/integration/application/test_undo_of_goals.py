"""Undoing whole goals: what hangs together goes back together, or stays together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.collecting.giving_forms import give_forms
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.enrolling.registers import add_person, add_unit
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.system.clock import FixedClock

CYCLE = "2026-annual"
DAY = dt.date(2026, 12, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An office with one unit and an open cycle."""
    joiner = Joiner.detect(FixedClock(DAY))
    joiner.start_office(tmp_path / "data", NewOffice("xuan-hung"))
    with joiner.open_desk(tmp_path / "data") as opened:
        add_unit(opened, Unit("", "Phòng Kinh tế", "office", SubjectKind.COLLECTIVE))
        open_cycle(opened, CycleKind.ANNUAL, 2026)
        yield opened


def newest(desk: Desk, action: str) -> int:
    """The number of the newest operation of an action."""
    return next(o.id for o in desk.store.operations() if o.action == action)


def test_a_cycle_that_forms_were_given_for_stays_whole(desk: Desk, tmp_path: Path) -> None:
    give_forms(desk, CYCLE, tmp_path / "forms")
    outcome = desk.store.undo(newest(desk, "cycle_opened"))
    assert outcome.restored == ()
    assert {change.table for change in outcome.conflicts} == {"cycle", "criteria_set", "criterion"}
    assert rank_cycle(desk, CYCLE).groups[0].rows


def test_a_cycle_that_nothing_needs_goes_whole(desk: Desk) -> None:
    outcome = desk.store.undo(newest(desk, "cycle_opened"))
    assert outcome.conflicts == ()
    with desk.store.read() as books:
        assert books.cycles.all() == ()
        assert books.plans.criteria_sets(CYCLE) == {}


def test_a_vote_that_was_decided_on_stays(desk: Desk) -> None:
    person = add_person(desk, Person("", "Nguyễn Văn Mẫu"))
    request = AwardRequest(CYCLE, "giay_khen_xa", person=person.code)
    proposal = propose(desk, request, "Có thành tích (mẫu)").proposal
    assert proposal is not None
    session = open_session(desk, CYCLE, DAY, Attendance(9, 9))
    vote(desk, session.id, proposal, VoteCount(9, 0))
    issue_decision(desk, session.id, DAY)
    outcome = desk.store.undo(newest(desk, "voted"))
    assert outcome.restored == ()
    assert {change.table for change in outcome.conflicts} == {"ballot", "proposal"}
    with desk.store.read() as books:
        assert books.awards.ballots(session.id)[0].passed
        assert books.awards.proposal(proposal).status is ProposalStatus.DECIDED
    assert desk.store.undo(newest(desk, "decision_issued")).conflicts == ()
    assert desk.store.undo(newest(desk, "voted")).conflicts == ()
    assert desk.store.check() == ()


def test_the_adopted_plan_cannot_be_taken_back(desk: Desk) -> None:
    with pytest.raises(RuleViolation) as refused:
        desk.store.undo(newest(desk, "plan_adopted"))
    assert refused.value.code == "operation_not_undoable"
