"""Hội đồng: opening a session, and the votes on its proposals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.council.vote_judging import SessionInHand, VoteOutcome, store_votes
from thidua_desktop.application.council.vote_rules import quorum_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council import (
    Attendance,
    VoteCount,
    attendance_faults,
    check_quorum,
)
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    SessionMode,
    SessionRecord,
    attendance_of,
    line_faults,
)
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.rule_pack import last_pack_for
from thidua_desktop.domain.vietnamese.times import clock_time
from thidua_desktop.domain.voting import BallotSheet, VoteMethod, VoteRound, round_faults

_NOTHING_NOTED = SessionRecord("")


@dataclass(frozen=True, slots=True)
class SessionOrder:
    """A session with its members.

    Attributes:
        record: what the minutes tell of it; which session it is of is filled in here.
    """

    held_on: dt.date
    lines: tuple[AttendanceLine, ...]
    record: SessionRecord = _NOTHING_NOTED


@dataclass(frozen=True, slots=True)
class RoundOrder:
    """One award's count.

    Attributes:
        counts: votes by proposal, all of the award.
        sheets: the ballots as they were keyed in; empty where only numbers are known.
        chair: how the chair voted where the votes are even, by proposal.
    """

    held: VoteRound
    counts: Mapping[int, VoteCount]
    sheets: tuple[BallotSheet, ...] = ()
    chair: Mapping[int, bool] = field(default_factory=dict)


def open_session(
    desk: Desk, cycle_id: str, held_on: dt.date, attendance: Attendance
) -> CouncilSession:
    """Open a session of the council of which only numbers are known.

    Raises:
        NotFound: no such cycle.
        InputError: the numbers can't be right.
        RuleViolation: too few members are present, or no rules are known for the day.
    """
    session = _new_session(desk, cycle_id, held_on, attendance)
    with desk.store.write("session_opened", session=session.id) as books:
        books.awards.add_session(session)
    return session


def hold_session(desk: Desk, cycle_id: str, order: SessionOrder) -> CouncilSession:
    """Open a session with its members by name.

    Raises:
        NotFound: no such cycle.
        InputError: the list can't be right.
        RuleViolation: too few take part, or no rules are known for the day.
    """
    _refuse_list(order.lines, order.record.mode)
    kept = _with_hours(order.record)
    attendance = attendance_of(order.lines, order.record.mode)
    session = _new_session(desk, cycle_id, order.held_on, attendance)
    with desk.store.write("session_opened", session=session.id) as books:
        books.awards.add_session(session)
        books.voting.save_record(replace(kept, session=session.id))
        books.voting.save_attendance(session.id, order.lines)
    return session


def note_session(desk: Desk, record: SessionRecord) -> None:
    """Write what the minutes tell of a session: its hours, place, discussion; not how it was held.

    Raises:
        NotFound: no such session.
        InputError: its hours can't be.
    """
    record = _with_hours(record)
    with desk.store.write("session_noted", session=record.session) as books:
        books.awards.session(record.session)
        known = books.voting.record(record.session)
        mode = known.mode if known else SessionMode.MEETING
        books.voting.save_record(replace(record, mode=mode))


def correct_attendance(
    desk: Desk, session_id: str, lines: Sequence[AttendanceLine]
) -> CouncilSession:
    """Điểm danh lại: somebody came late, or was marked wrongly; reasons may be told at any time.

    Raises:
        NotFound: no such session.
        InputError: the list can't be right.
        RuleViolation: too few take part, or how many do would change under votes that were
            counted.
    """
    with desk.store.read() as books:
        session, record = books.awards.session(session_id), books.voting.record(session_id)
        has_votes = bool(books.awards.ballots(session_id))
        known = {one.member for one in books.voting.attendance(session_id)}
    if {one.member for one in lines} != known:
        raise InputError("attendance_other_members")
    mode = record.mode if record else SessionMode.MEETING
    _refuse_list(lines, mode)
    attendance = attendance_of(lines, mode)
    _require_quorum(desk, session.held_on, attendance)
    corrected = replace(session, present=attendance.present, written=attendance.written)
    if has_votes and corrected != session:
        raise RuleViolation("attendance_under_votes", session=session_id)
    with desk.store.write("attendance_corrected", session=session_id) as books:
        books.awards.update_session(corrected)
        books.voting.save_attendance(session_id, lines)
    return corrected


def vote(
    desk: Desk,
    session_id: str,
    proposal_id: int,
    count: VoteCount,
    *,
    method: VoteMethod | None = None,
    chair: bool | None = None,
) -> VoteOutcome:
    """Record the votes on one proposal; the share counts on all members of the council.

    Voting again on a proposal that is not decided yet replaces the result. `chair` is the
    chair's vote where the votes are even.

    Raises:
        NotFound: no such session or proposal.
        InputError: the numbers can't be right.
        RuleViolation: the proposal belongs to another cycle, or is decided or withdrawn, or
            others have taken its place within the quota since the council refused it, or the
            award asks for a secret ballot.
    """
    with desk.store.read() as books:
        hand = SessionInHand.of(books, desk, session_id)
        outcome = hand.judge(books, proposal_id, count, method=method, chair=chair)
    with desk.store.write("voted", proposal=proposal_id, session=session_id) as books:
        store_votes(
            books, session_id, [(outcome, count)], {} if chair is None else {proposal_id: chair}
        )
    return outcome


def count_round(desk: Desk, order: RoundOrder) -> tuple[VoteOutcome, ...]:
    """Record how a whole award was voted on, with the numbers of its ballots.

    Counting again replaces the earlier count; the journal keeps it.

    Raises:
        NotFound: no such session or proposal.
        InputError: the numbers can't be right.
        RuleViolation: as `vote`.
    """
    held = order.held
    with desk.store.read() as books:
        hand = SessionInHand.of(books, desk, held.session)
        _refuse_round(order, hand.attendance.voters)
        outcomes = [
            hand.judge(books, proposal, count, method=held.method, chair=order.chair.get(proposal))
            for proposal, count in order.counts.items()
        ]
    with desk.store.write(
        "round_counted", award=hand.award_name(held.award), session=held.session
    ) as books:
        books.voting.save_round(held, order.sheets)
        books.voting.save_keyed(held.session, held.award, ())
        pairs = [(outcome, order.counts[outcome.proposal]) for outcome in outcomes]
        store_votes(books, held.session, pairs, order.chair)
    return tuple(outcomes)


def _refuse_round(order: RoundOrder, voters: int) -> None:
    faults = list(round_faults(order.held, order.counts.values(), voters))
    if order.sheets and len(order.sheets) != order.held.returned:
        data = {"keyed": len(order.sheets), "returned": order.held.returned}
        faults.append(Issue("ballots_not_all_keyed", data=data))
    if faults:
        raise InputError("votes_wrong", faults)


def _refuse_list(lines: Sequence[AttendanceLine], mode: SessionMode) -> None:
    faults = line_faults(lines, mode)
    if faults:
        raise InputError("attendance_wrong", faults)


def _with_hours(record: SessionRecord) -> SessionRecord:
    """The record with its hours in one form.

    Raises:
        InputError: no day has such an hour, or the session ends before it begins.
    """
    hours = []
    for typed in (record.began_at, record.ended_at):
        time = clock_time(typed)
        if time is None:
            raise InputError("session_time_wrong", time=typed)
        hours.append(time)
    began, ended = hours
    if began[:1].isdigit() and ended[:1].isdigit() and ended < began:
        raise InputError("session_ends_early", began=began, ended=ended)
    return replace(record, began_at=began, ended_at=ended)


def _new_session(
    desk: Desk, cycle_id: str, held_on: dt.date, attendance: Attendance
) -> CouncilSession:
    """A session that may be held, under the next free key.

    Raises:
        NotFound, InputError, RuleViolation: as `open_session`.
    """
    _require_quorum(desk, held_on, attendance)
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        number = _next_number(books, cycle_id)
    return CouncilSession(
        id=f"{cycle_id}-{number}",
        cycle=cycle_id,
        held_on=held_on,
        members_total=attendance.members_total,
        present=attendance.present,
        written=attendance.written,
    )


def _require_quorum(desk: Desk, held_on: dt.date, attendance: Attendance) -> None:
    faults = attendance_faults(attendance)
    if faults:
        raise InputError("attendance_wrong", faults)
    pack = last_pack_for(desk.rule_packs.packs(), held_on)
    with desk.store.read() as books:
        quorum = quorum_of(books, pack)
    checked = check_quorum(attendance, quorum)
    if not checked.is_met:
        raise RuleViolation(
            "session_without_quorum",
            quorum.source.citation,
            present=attendance.for_quorum,
            total=attendance.members_total,
            needed=checked.needed,
        )


def _next_number(books: Books, cycle_id: str) -> int:
    taken = [int(s.id.rpartition("-")[2]) for s in books.awards.sessions(cycle_id)]
    return max(taken, default=0) + 1
