"""A council of made-up members, and sessions with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from thidua_desktop.application.council.members import (
    add_members,
    council_on,
    save_council_decision,
)
from thidua_desktop.application.council.sessions import SessionOrder, hold_session
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council_members import (
    CouncilDecision,
    CouncilMember,
    CouncilRole,
    Presence,
    SessionMode,
    SessionRecord,
    line_of,
)

MADE = dt.date(2026, 1, 15)
NAMES = (
    ("Nguyễn Văn Mẫu", "Chủ tịch UBND xã", CouncilRole.CHAIR),
    ("Trần Thị Thử Nghiệm", "Phó Chủ tịch UBND xã", CouncilRole.DEPUTY),
    ("Lê Văn Giả Định", "Trưởng phòng Văn hóa - Xã hội", CouncilRole.STANDING),
    ("Phạm Thị Minh Họa", "Công chức Văn hóa - Xã hội", CouncilRole.SECRETARY),
    ("Hoàng Văn Thí Điểm", "Chủ tịch Ủy ban MTTQ xã", CouncilRole.MEMBER),
    ("Vũ Thị Mô Phỏng", "Chủ tịch Hội Phụ nữ xã", CouncilRole.MEMBER),
    ("Đặng Văn Ví Dụ", "Trưởng Công an xã", CouncilRole.MEMBER),
    ("Bùi Thị Làm Mẫu", "Trưởng phòng Kinh tế", CouncilRole.MEMBER),
    ("Đỗ Văn Tập Dượt", "Chủ tịch Hội Nông dân xã", CouncilRole.MEMBER),
)


def enrol_council(desk: Desk, units: Mapping[str, str] | None = None) -> tuple[CouncilMember, ...]:
    """The decision and nine members; `units` gives some their own unit, by name."""
    save_council_decision(desk, CouncilDecision(0, "15/QĐ-UBND", MADE))
    own = units or {}
    drafts = [
        CouncilMember(0, name, post, role, unit=own.get(name, ""), valid_from=MADE)
        for name, post, role in NAMES
    ]
    return add_members(desk, drafts)


def order_of(
    desk: Desk,
    held_on: dt.date,
    away: Mapping[str, tuple[Presence, str]] | None = None,
    mode: SessionMode = SessionMode.MEETING,
) -> SessionOrder:
    """A session of today's council; `away` says who was not in the room, by name."""
    gone = away or {}
    lines = tuple(
        line_of(member, *gone.get(member.name, (Presence.PRESENT, "")))
        for member in council_on(desk, held_on).members
    )
    record = SessionRecord(
        "",
        mode,
        began_at="08:00",
        ended_at="10:30",
        place="Phòng họp UBND xã",
        chair=NAMES[0][0],
        secretary=NAMES[3][0],
        council="Quyết định số 15/QĐ-UBND ngày 15 tháng 01 năm 2026",
        discussion="Các thành viên thống nhất với kết quả thẩm định.",
    )
    return SessionOrder(held_on, lines, record)


def held(
    desk: Desk,
    cycle: str,
    held_on: dt.date,
    away: Mapping[str, tuple[Presence, str]] | None = None,
) -> str:
    """A session that was opened; its key."""
    return hold_session(desk, cycle, order_of(desk, held_on, away)).id
