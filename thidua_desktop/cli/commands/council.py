"""council open, vote, count, places; decision issue."""

from __future__ import annotations

import argparse

from thidua_desktop.application.council.by_votes import places_by_votes, take_by_votes
from thidua_desktop.application.council.members import council_on
from thidua_desktop.application.council.sessions import (
    RoundOrder,
    SessionOrder,
    count_round,
    hold_session,
    open_session,
    vote,
)
from thidua_desktop.application.council.vote_judging import VoteOutcome
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json, points_json
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.council_members import Presence, SessionMode, SessionRecord, line_of
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import money_text, points_text
from thidua_desktop.domain.voting import VoteMethod, VoteRound


def council_open(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Open a session: with plain numbers, or with the registered members by name."""
    del texts
    if (arguments.members is None) is not (arguments.present is None):
        arguments.refuse("cần cả --members và --present, hoặc bỏ cả hai")
    if arguments.members is None:
        session = hold_session(desk, arguments.cycle, _order(desk, arguments))
    else:
        attendance = Attendance(arguments.members, arguments.present, arguments.written)
        session = open_session(desk, arguments.cycle, arguments.date, attendance)
    data = {
        "session": session.id,
        "cycle": session.cycle,
        "date": date_json(session.held_on),
        "members": session.members_total,
        "present": session.present,
        "written": session.written,
    }
    return Answer(data, [f"Đã mở phiên họp {session.id}."])


def _order(desk: Desk, arguments: argparse.Namespace) -> SessionOrder:
    """The session with the members of its day; who is not told away is in the room."""
    mode = SessionMode(arguments.mode)
    usual = Presence.PRESENT if mode is SessionMode.MEETING else Presence.WRITTEN
    away = {number: (Presence.ABSENT, reason) for number, reason in arguments.absent}
    away |= {number: (Presence.WRITTEN, reason) for number, reason in arguments.wrote}
    council = council_on(desk, arguments.date)
    strangers = sorted(away.keys() - {member.id for member in council.members})
    if strangers:
        raise NotFound("member_unknown", key=str(strangers[0]))
    lines = tuple(line_of(one, *away.get(one.id, (usual, ""))) for one in council.members)
    cited = ""
    if council.decision is not None:
        decided_on = long_date(council.decision.decided_on)
        cited = f"Quyết định số {council.decision.number} {decided_on}"
    record = SessionRecord(
        "",
        mode,
        began_at=arguments.start,
        ended_at=arguments.end,
        place=arguments.place,
        council=cited,
    )
    return SessionOrder(arguments.date, lines, record)


def council_vote(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record the votes on one proposal."""
    count = VoteCount(arguments.yes, arguments.no, arguments.invalid)
    outcome = vote(
        desk,
        arguments.session,
        arguments.proposal,
        count,
        method=VoteMethod(arguments.method) if arguments.method else None,
        chair=None if arguments.chair is None else arguments.chair == "yes",
    )
    data = {"session": arguments.session, **_outcome_json(outcome, texts)}
    return Answer(data, [_outcome_line(outcome)])


def council_count(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record how a whole award was voted on, with the numbers of its ballots."""
    held = VoteRound(
        arguments.session,
        arguments.award,
        VoteMethod(arguments.method),
        arguments.issued,
        arguments.returned,
        arguments.void,
        arguments.head_teller,
        arguments.tellers,
    )
    counts = {number: VoteCount(yes, no, arguments.void) for number, yes, no in arguments.votes}
    outcomes = count_round(desk, RoundOrder(held, counts))
    data = {
        "session": arguments.session,
        "award": arguments.award,
        "valid": held.valid,
        "results": [_outcome_json(outcome, texts) for outcome in outcomes],
    }
    return Answer(data, [_outcome_line(outcome) for outcome in outcomes])


def council_places(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Who takes the places by votes from high to low."""
    del texts
    take = places_by_votes if arguments.preview else take_by_votes
    places = take(desk, arguments.session)
    data = {
        name: [{"proposal": one.id, "name": one.subject_name} for one in part]
        for name, part in (("taken", places.taken), ("left", places.left), ("tied", places.tied))
    }
    lines = [f"  để lại: {one.subject_name}" for one in places.left]
    lines += [f"  ngang phiếu: {one.subject_name}" for one in places.tied]
    return Answer(data, [*lines, f"{len(places.taken)} trường hợp được lấy."])


def _outcome_json(outcome: VoteOutcome, texts: Texts) -> dict[str, object]:
    return {
        "proposal": outcome.proposal,
        "passed": outcome.passed,
        "share": points_json(outcome.share_x100),
        "why": texts.reasons(outcome.reasons),
    }


def _outcome_line(outcome: VoteOutcome) -> str:
    word = "đồng ý" if outcome.passed else "không đồng ý"
    share = points_text(outcome.share_x100)
    return f"Đề nghị số {outcome.proposal}: Hội đồng {word} ({share}% tổng số thành viên)."


def decision_issue(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The commune's decision on what passed."""
    del texts
    made = issue_decision(desk, arguments.session, arguments.date, arguments.number)
    data = {
        "decision": made.decision,
        "number": arguments.number,
        "awards": [
            {
                "proposal": award.proposal,
                "name": award.subject_name,
                "award": award.award,
                "amount": award.amount,
            }
            for award in made.awards
        ],
        "total": made.total,
        "submitted": list(made.submitted),
        "held": [one.id for one in made.held],
    }
    lines = [f"  {award.subject_name}: {money_text(award.amount)}" for award in made.awards]
    lines += [f"  {one.subject_name}: đang tạm dừng xét, chưa quyết định" for one in made.held]
    return Answer(data, [*lines, f"Tổng tiền thưởng: {money_text(made.total)}"])
