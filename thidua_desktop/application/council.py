"""Hội đồng: one session, and the votes on its proposals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.quota_guard import refuse_return
from thidua_desktop.domain.council import (
    Attendance,
    VoteCount,
    attendance_faults,
    check_quorum,
    decide,
)
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import Ballot, CouncilSession, ProposalStatus
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.rule_pack import last_pack_for


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """The council's result on one proposal.

    Attributes:
        share_x100: percent of all members ×100, rounded down.
    """

    proposal: int
    passed: bool
    share_x100: int
    reasons: tuple[Reason, ...]


def open_session(
    desk: Desk, cycle_id: str, held_on: dt.date, attendance: Attendance
) -> CouncilSession:
    """Open a session of the council on a cycle's proposals.

    Raises:
        NotFound: no such cycle.
        InputError: the numbers can't be right.
        RuleViolation: too few members are present, or no rules are known for the day.
    """
    faults = attendance_faults(attendance)
    if faults:
        raise InputError("attendance_wrong", faults)
    pack = last_pack_for(desk.rule_packs.packs(), held_on)
    quorum = check_quorum(attendance, pack.quorum)
    if not quorum.is_met:
        raise RuleViolation(
            "session_without_quorum",
            pack.quorum.source.citation,
            present=attendance.present,
            total=attendance.members_total,
            needed=quorum.needed,
        )
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        taken = [int(s.id.rpartition("-")[2]) for s in books.awards.sessions(cycle_id)]
        number = max(taken, default=0) + 1
    session = CouncilSession(
        id=f"{cycle_id}-{number}",
        cycle=cycle_id,
        held_on=held_on,
        members_total=attendance.members_total,
        present=attendance.present,
        written=attendance.written,
    )
    with desk.store.write("session_opened", session=session.id) as books:
        books.awards.add_session(session)
    return session


def vote(desk: Desk, session_id: str, proposal_id: int, count: VoteCount) -> VoteOutcome:
    """Record the votes on one proposal; the share counts on all members of the council.

    Voting again on a proposal that is not decided yet replaces the result.

    Raises:
        NotFound: no such session or proposal.
        InputError: the numbers can't be right.
        RuleViolation: the proposal belongs to another cycle, or is decided or withdrawn, or
            others have taken its place within the quota since the council refused it.
    """
    with desk.store.read() as books:
        session = books.awards.session(session_id)
        proposal = books.awards.proposal(proposal_id)
    if proposal.cycle != session.cycle:
        raise RuleViolation("proposal_of_other_cycle", proposal=proposal_id, cycle=session.cycle)
    if proposal.status in (ProposalStatus.DECIDED, ProposalStatus.WITHDRAWN):
        raise RuleViolation("proposal_settled", proposal=proposal_id)
    pack = last_pack_for(desk.rule_packs.packs(), session.held_on)
    attendance = Attendance(session.members_total, session.present, session.written)
    result = decide(count, attendance, pack.form(proposal.award).vote, pack.quorum)
    ballot = Ballot(session_id, proposal_id, count.yes, count.no, count.invalid, result.passed)
    status = ProposalStatus.PASSED if result.passed else ProposalStatus.NOT_PASSED
    if result.passed and proposal.status is ProposalStatus.NOT_PASSED:
        with desk.store.read() as books:
            refuse_return(books, pack, proposal)
    with desk.store.write("voted", proposal=proposal_id, session=session_id) as books:
        books.awards.save_ballot(ballot)
        books.awards.set_status(proposal_id, status)
    return VoteOutcome(proposal_id, result.passed, result.share_x100, result.reasons)
