"""Papers of a session whose members, ballots and even votes are known by name."""

from __future__ import annotations

from dataclasses import replace

from tests.council_in_hand import NAMES
from tests.papers_in_hand import SESSION, bien_ban_order, nominees_for
from thidua_desktop.application.papers.bien_ban import BienBanOrder, build_bien_ban
from thidua_desktop.application.papers.bien_ban_kiem_phieu import (
    CountMinutesOrder,
    build_count_minutes,
)
from thidua_desktop.application.papers.context import PaperContext
from thidua_desktop.application.papers.council_at_session import CouncilAtSession
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.phieu_bau import (
    BallotPaperOrder,
    build_ballot_paper,
)
from thidua_desktop.application.papers.subjects import sections
from thidua_desktop.domain.award_forms import Source, Sure, VoteRule
from thidua_desktop.domain.council_members import AttendanceLine, Presence, SessionRecord
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.voting import VoteMethod, VoteRound

AWAY = {
    5: (Presence.ABSENT, "nghỉ ốm"),
    6: (Presence.WRITTEN, "đi công tác"),
}
LINES = tuple(
    AttendanceLine(
        number,
        name,
        post,
        role,
        "X2" if number == 8 else "",
        *AWAY.get(number, (Presence.PRESENT, "")),
    )
    for number, (name, post, role) in enumerate(NAMES)
)
MEMBERS_SESSION = replace(SESSION, members_total=9, present=7, written=1)
OWN_RULE = VoteRule(
    70,
    ballot_required=True,
    source=Source(
        "Điều 5 Quy chế thi đua, khen thưởng của tỉnh", Sure.PRACTICE, province_may_set=True
    ),
)
COUNCIL = CouncilAtSession(
    record=SessionRecord(
        SESSION.id,
        began_at="08:00",
        ended_at="10:30",
        place="Phòng họp UBND xã",
        chair=NAMES[0][0],
        secretary=NAMES[3][0],
        council="Quyết định số 15/QĐ-UBND ngày 15 tháng 01 năm 2026",
        discussion="các thành viên thống nhất với kết quả thẩm định.",
    ),
    lines=LINES,
    rounds={
        "giay_khen_xa": VoteRound(
            SESSION.id,
            "giay_khen_xa",
            VoteMethod.BALLOT,
            8,
            8,
            1,
            NAMES[2][0],
            f"{NAMES[4][0]}, {NAMES[7][0]}",
        ),
        "bang_khen_tinh": VoteRound(SESSION.id, "bang_khen_tinh", VoteMethod.HANDS, 8, 8, 0),
    },
    rules={"giay_khen_xa": OWN_RULE},
)


def _voted(context: PaperContext, plan: Plan) -> BienBanOrder:
    del context
    order = bien_ban_order(plan)
    nominees = tuple(
        replace(one, ballot=replace(one.ballot, yes=min(one.ballot.yes, 7), no=0, invalid=1))
        for one in order.nominees
        if one.ballot is not None
    )
    reason = "Thành tích nổi bật trong đợt cao điểm, Thường trực Hội đồng thống nhất đưa ra họp"
    first = nominees[0]
    overridden = replace(first, proposal=replace(first.proposal, override_reason=reason))
    return replace(
        order,
        session=MEMBERS_SESSION,
        nominees=(overridden, *nominees[1:]),
        place="Phòng họp UBND xã",
        began_at="08 giờ 00 phút",
        ended_at="10 giờ 30 phút",
        discussion="các thành viên thống nhất với kết quả thẩm định.",
        council=COUNCIL,
    )


def minutes_by_name(context: PaperContext, plan: Plan) -> Paper:
    """Biên bản họp with the members by name."""
    return build_bien_ban(context, _voted(context, plan))


def count_minutes(context: PaperContext, plan: Plan) -> Paper:
    """Biên bản kiểm phiếu of giấy khen."""
    nominees = tuple(
        one for one in _voted(context, plan).nominees if one.proposal.award == "giay_khen_xa"
    )
    held = COUNCIL.rounds["giay_khen_xa"]
    return build_count_minutes(context, CountMinutesOrder(MEMBERS_SESSION, COUNCIL, held, nominees))


def ballots(context: PaperContext, plan: Plan) -> Paper:
    """Eight ballots for giấy khen."""
    nominees = tuple(
        one for _, part in sections(nominees_for("giay_khen_xa", "Thôn")) for one in part
    )
    del plan
    return build_ballot_paper(
        context, BallotPaperOrder("giay_khen_xa", MEMBERS_SESSION, nominees, 8)
    )
