"""council open, vote; decision issue."""

from __future__ import annotations

import argparse

from thidua_desktop.application.council import open_session, vote
from thidua_desktop.application.deciding import issue_decision
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json, points_json
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.vietnamese.numerals import money_text, points_text


def council_open(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Open a session."""
    del texts
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


def council_vote(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record the votes on one proposal."""
    count = VoteCount(arguments.yes, arguments.no, arguments.invalid)
    outcome = vote(desk, arguments.session, arguments.proposal, count)
    data = {
        "session": arguments.session,
        "proposal": outcome.proposal,
        "passed": outcome.passed,
        "share": points_json(outcome.share_x100),
        "why": texts.reasons(outcome.reasons),
    }
    word = "đồng ý" if outcome.passed else "không đồng ý"
    share = points_text(outcome.share_x100)
    return Answer(
        data, [f"Đề nghị số {outcome.proposal}: Hội đồng {word} ({share}% tổng số thành viên)."]
    )


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
    }
    lines = [f"  {award.subject_name}: {money_text(award.amount)}" for award in made.awards]
    return Answer(data, [*lines, f"Tổng tiền thưởng: {money_text(made.total)}"])
