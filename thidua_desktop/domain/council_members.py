"""Thành viên Hội đồng: who sits on the council, what they look after, who came to a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.council import Attendance
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.collation import name_sort_key
from thidua_desktop.domain.vietnamese.folding import fold


class CouncilRole(StrEnum):
    """Chức danh in the council, from the chair down."""

    CHAIR = "chair"  # Chủ tịch Hội đồng
    DEPUTY = "deputy"  # Phó Chủ tịch Hội đồng
    STANDING = "standing"  # Ủy viên thường trực
    SECRETARY = "secretary"  # Thư ký, a member too
    MEMBER = "member"  # Ủy viên


_ROLES = {role: place for place, role in enumerate(CouncilRole)}


class Presence(StrEnum):
    """How a member took part in a session."""

    PRESENT = "present"  # có mặt
    ABSENT = "absent"  # vắng mặt
    WRITTEN = "written"  # vắng mặt, gửi ý kiến bằng văn bản


class SessionMode(StrEnum):
    """How a session is held."""

    MEETING = "meeting"  # họp
    IN_WRITING = "in_writing"  # lấy ý kiến bằng văn bản


@dataclass(frozen=True, slots=True)
class CouncilDecision:
    """Quyết định thành lập, kiện toàn Hội đồng.

    Attributes:
        id: its number in the office's register, 0 before it stands there.
        number: số, ký hiệu; empty where not known.
        name: the council's name as the decision has it, empty for the usual one.
    """

    id: int
    number: str
    decided_on: dt.date
    name: str = ""


@dataclass(frozen=True, slots=True)
class CouncilMember:
    """Thành viên Hội đồng Thi đua - Khen thưởng.

    Attributes:
        id: its number in the office's register, 0 before it stands there.
        post: chức vụ outside the council.
        field: lĩnh vực that the member looks after.
        area: địa bàn that the member looks after.
        unit: the code of the member's own unit, on which they do not vote; empty where unknown.
        valid_from: the first day in the council, `None` for «always».
        valid_to: the last day, `None` while they sit on it.
    """

    id: int
    name: str
    post: str = ""
    role: CouncilRole = CouncilRole.MEMBER
    field: str = ""
    area: str = ""
    unit: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def serves_on(self, day: dt.date) -> bool:
        """Whether they sit on the council on this day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One member at one session, as they were on that day.

    Attributes:
        member: the number in the register.
        reason: why they were absent; empty where not told.
    """

    member: int
    name: str
    post: str
    role: CouncilRole
    unit: str = ""
    presence: Presence = Presence.PRESENT
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What the minutes tell of a session beside its numbers; empty where it was not noted.

    Attributes:
        began_at: such as «08:00».
        council: the decision that set up the council, as papers cite it.
        discussion: ý kiến thảo luận.
    """

    session: str
    mode: SessionMode = SessionMode.MEETING
    began_at: str = ""
    ended_at: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    council: str = ""
    discussion: str = ""


def in_order(members: Iterable[CouncilMember]) -> tuple[CouncilMember, ...]:
    """As a decision lists them: the chair first; equals by given name."""
    return tuple(sorted(members, key=lambda one: (_ROLES[one.role], name_sort_key(one.name))))


def serving_on(members: Iterable[CouncilMember], day: dt.date) -> tuple[CouncilMember, ...]:
    """Who sits on the council on a day."""
    return in_order(member for member in members if member.serves_on(day))


def decision_on(decisions: Iterable[CouncilDecision], day: dt.date) -> CouncilDecision | None:
    """The decision that the council of a day goes back to: the newest before or on it."""
    made = [decision for decision in decisions if decision.decided_on <= day]
    return max(made, key=lambda one: (one.decided_on, one.id), default=None)


def line_of(
    member: CouncilMember, presence: Presence = Presence.PRESENT, reason: str = ""
) -> AttendanceLine:
    """A member at a session."""
    return AttendanceLine(
        member.id, member.name, member.post, member.role, member.unit, presence, reason
    )


def attendance_of(
    lines: Sequence[AttendanceLine], mode: SessionMode = SessionMode.MEETING
) -> Attendance:
    """The numbers of an attendance list; its length is the council's."""
    presences = [line.presence for line in lines]
    return Attendance(
        members_total=len(lines),
        present=presences.count(Presence.PRESENT),
        written=presences.count(Presence.WRITTEN),
        in_writing=mode is SessionMode.IN_WRITING,
    )


def line_faults(lines: Sequence[AttendanceLine], mode: SessionMode) -> tuple[Issue, ...]:
    """What can't be in an attendance list; empty when all can."""
    present = [line.name for line in lines if line.presence is Presence.PRESENT]
    if mode is SessionMode.IN_WRITING and present:
        return (Issue("written_session_nobody_present", data={"name": present[0]}),)
    return ()


def member_faults(member: CouncilMember) -> tuple[Issue, ...]:
    """What can't be in a member's own data; empty when all can."""
    if not member.name.strip():
        return (Issue("name_missing"),)
    since, until = member.valid_from, member.valid_to
    if since and until and until < since:
        return (Issue("member_days_turned", data={"since": since, "until": until}),)
    return ()


def has_interest(line: AttendanceLine, proposal: Proposal) -> bool:
    """Whether a member is the one proposed, or belongs to the unit that is proposed.

    A person is known by the name: of two namesakes on one council the officer decides.
    """
    if proposal.is_person:
        return fold(line.name) == fold(proposal.subject_name)
    return bool(line.unit) and line.unit == proposal.subject_code


def interested(lines: Sequence[AttendanceLine], proposal: Proposal) -> tuple[AttendanceLine, ...]:
    """Those who take part and do not vote on this proposal; the base of the share stays all."""
    return tuple(
        line
        for line in lines
        if line.presence is not Presence.ABSENT and has_interest(line, proposal)
    )
