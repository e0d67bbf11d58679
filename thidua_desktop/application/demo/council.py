"""The council of the practice year: eleven made-up members, one session, ballots and hands."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.council.members import (
    add_members,
    council_on,
    save_council_decision,
)
from thidua_desktop.application.council.sessions import (
    RoundOrder,
    SessionOrder,
    count_round,
    hold_session,
)
from thidua_desktop.application.council.vote_rules import voting_rules
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.application.records import Office
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    CouncilDecision,
    CouncilMember,
    CouncilRole,
    Presence,
    SessionRecord,
    line_of,
)
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.voting import (
    BallotSheet,
    Mark,
    VoteMethod,
    VoteRound,
    tally,
    usual_method,
)

_MANY = 4
_DECISION = "15/QĐ-UBND"
_CHAIR, _DEPUTY, _STANDING, _SECRETARY, _MEMBER = CouncilRole
_CAST = (
    ("Nguyễn Văn Mẫu", "Chủ tịch UBND", _CHAIR, "Chỉ đạo chung", "Toàn {commune}", ""),
    ("Trần Thị Thử", "Phó Chủ tịch UBND", _DEPUTY, "Chính quyền số", "Toàn {commune}", ""),
    ("Lê Văn Giả Định", "Trưởng phòng Văn hóa - Xã hội", _STANDING, "Thường trực", "", "Phòng Văn"),
    ("Phạm Thị Minh Họa", "Công chức Văn hóa - Xã hội", _SECRETARY, "Tổng hợp, hồ sơ", "", ""),
    ("Hoàng Văn Thí Điểm", "Chủ tịch Ủy ban MTTQ", _MEMBER, "Xã hội số", "{hamlet} 1, 2", ""),
    ("Vũ Thị Mô Phỏng", "Chủ tịch Hội Phụ nữ", _MEMBER, "Kỹ năng số", "{hamlet} 3, 4", ""),
    ("Đặng Văn Ví Dụ", "Trưởng Công an", _MEMBER, "An toàn, an ninh mạng", "", "Công an"),
    ("Bùi Văn Nghiệm", "Trưởng phòng Kinh tế", _MEMBER, "Kinh tế số", "", "Phòng Kinh tế"),
    ("Đỗ Thị Làm Mẫu", "Giám đốc Trung tâm PVHCC", _MEMBER, "Dịch vụ công", "", "Trung tâm Phục"),
    ("Nông Văn Tập", "Chủ tịch Hội Nông dân", _MEMBER, "Nông nghiệp số", "{hamlet} 5, 6", ""),
    ("Ngô Thị Thử Việc", "Bí thư Đoàn Thanh niên", _MEMBER, "Tổ công nghệ số", "{hamlet} 7, 8", ""),
)
"""Name, post, role, field, area, and how the name of the own unit begins."""

OFFICE = Office(
    chair=_CAST[0][0], deputy=_CAST[1][0], department_head=_CAST[2][0], officer=_CAST[3][0]
)
"""Who signs the papers of the practice year: the same people as sit in its council."""

_AWAY = {"Vũ Thị Mô Phỏng": (Presence.ABSENT, "nghỉ ốm")}


def enrol_council(scene: Scene) -> None:
    """The decision of the year before and its members."""
    day = scene.order.first_day
    plan = scene.desk.plans.load(scene.order.plan)
    words = {
        "commune": "địa bàn",
        "hamlet": plan.commune.hamlet_word.split(", ")[-1].capitalize(),
    }
    save_council_decision(scene.desk, CouncilDecision(0, _DECISION, day))
    units = list_units(scene.desk)
    drafts = []
    for name, post, role, field, area, unit in _CAST:
        own = next((one.code for one in units if unit and one.name.startswith(unit)), "")
        placed = area.format(**words)
        drafts.append(CouncilMember(0, name, post, role, field, placed, own, valid_from=day))
    add_members(scene.desk, drafts)


def meet(scene: Scene, enrolled: Enrolled) -> CouncilSession:
    """A meeting with one member away."""
    held_on = scene.day(12, 22)
    council = council_on(scene.desk, held_on)
    lines: list[AttendanceLine] = [
        line_of(member, *_AWAY.get(member.name, (Presence.PRESENT, "")))
        for member in council.members
    ]
    record = SessionRecord(
        "",
        began_at="08:00",
        ended_at="10:30",
        place="Phòng họp UBND (mẫu)",
        chair=_CAST[0][0],
        secretary=_CAST[3][0],
        council=f"Quyết định số {_DECISION} {long_date(scene.order.first_day)}",
        discussion="Các thành viên thống nhất với kết quả thẩm định.",
    )
    return hold_session(scene.desk, enrolled.cycle.id, SessionOrder(held_on, tuple(lines), record))


def vote_on(scene: Scene, session: CouncilSession, proposals: Sequence[int]) -> None:
    """The commune's own award by ballots, sheet by sheet; others as their rule asks."""
    with scene.desk.store.read() as books:
        awards = {number: books.awards.proposal(number).award for number in proposals}
    rules = {one.form.code: one.rule for one in voting_rules(scene.desk).awards}
    # The last of many candidates falls short, as it happens.
    weak = proposals[-1] if len(proposals) >= _MANY else None
    for award in dict.fromkeys(awards.values()):
        numbers = [number for number in proposals if awards[number] == award]
        by_ballot = award == "giay_khen_xa" or usual_method(rules[award]) is VoteMethod.BALLOT
        sheets = _sheets(scene, session, numbers, weak) if by_ballot else ()
        method = VoteMethod.BALLOT if by_ballot else VoteMethod.HANDS
        voters = session.present
        void = sum(sheet.is_void for sheet in sheets)
        tellers = (_CAST[2][0], f"{_CAST[4][0]}, {_CAST[8][0]}") if by_ballot else ("", "")
        held = VoteRound(session.id, award, method, voters, voters, void, *tellers)
        counts = (
            tally(sheets, numbers).counts
            if by_ballot
            else {number: VoteCount(voters - 1, 1) for number in numbers}
        )
        count_round(scene.desk, RoundOrder(held, counts, sheets))


def _sheets(
    scene: Scene, session: CouncilSession, numbers: Sequence[int], weak: int | None
) -> tuple[BallotSheet, ...]:
    """Ballots of those present; one of them is void."""
    void_at = scene.dice.randrange(session.present)
    sheets = []
    for place in range(session.present):
        marks = {
            number: Mark.NO if _refuses(scene, place, is_weak=number == weak) else Mark.YES
            for number in numbers
        }
        is_void = place == void_at
        sheets.append(BallotSheet({} if is_void else marks, is_void))
    return tuple(sheets)


def _refuses(scene: Scene, place: int, *, is_weak: bool) -> bool:
    return place % 2 == 0 if is_weak else scene.dice.random() < 0.08  # noqa: PLR2004
