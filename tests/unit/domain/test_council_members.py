"""Who sits on the council on a day, who took part, and who may not vote on what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from thidua_desktop.domain.council import Attendance
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    CouncilDecision,
    CouncilMember,
    CouncilRole,
    Presence,
    SessionMode,
    attendance_of,
    decision_on,
    in_order,
    interested,
    line_faults,
    line_of,
    member_faults,
    serving_on,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 12, 20)
DAY = dt.timedelta(days=1)
CHAIR = CouncilMember(1, "Nguyễn Văn Mẫu", role=CouncilRole.CHAIR)
DEPUTY = CouncilMember(2, "Trần Thị Ví Dụ", role=CouncilRole.DEPUTY)
MEMBERS = (
    CouncilMember(3, "Lê Thị Thử"),
    CouncilMember(4, "Phạm Văn Ánh", unit="DV001"),
)


@pytest.mark.parametrize(
    ("day", "serves"),
    [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)],
)
def test_a_member_serves_from_the_first_to_the_last_day(day: dt.date, serves: bool) -> None:
    member = replace(MEMBERS[0], valid_from=FIRST, valid_to=LAST)
    assert member.serves_on(day) is serves
    assert serving_on([member], day) == ((member,) if serves else ())
    assert MEMBERS[0].serves_on(day)


def test_the_chair_stands_first_and_equals_by_given_name() -> None:
    assert in_order((*MEMBERS, DEPUTY, CHAIR)) == (CHAIR, DEPUTY, MEMBERS[1], MEMBERS[0])


def test_the_council_of_a_day_goes_back_to_the_newest_decision_before_it() -> None:
    old, new = CouncilDecision(1, "1/QĐ", FIRST), CouncilDecision(2, "2/QĐ", LAST)
    again = CouncilDecision(3, "3/QĐ", LAST)
    assert decision_on((old, new), FIRST - DAY) is None
    assert decision_on((new, old), LAST - DAY) is old
    assert decision_on((new, old), LAST) is new
    # Two of one day: the one that was entered last.
    assert decision_on((again, new, old), LAST) is decision_on((old, new, again), LAST) is again


def lines(*presences: Presence) -> list[AttendanceLine]:
    return [line_of(member, one) for member, one in zip(MEMBERS, presences, strict=True)]


def test_who_writes_votes_and_makes_the_quorum_only_where_nobody_meets() -> None:
    mixed = lines(Presence.PRESENT, Presence.WRITTEN)
    assert attendance_of(mixed) == Attendance(2, present=1, written=1)
    written = lines(Presence.WRITTEN, Presence.ABSENT)
    in_writing = attendance_of(written, SessionMode.IN_WRITING)
    assert in_writing == Attendance(2, present=0, written=1, in_writing=True)


def test_nobody_is_present_where_all_are_asked_in_writing() -> None:
    mixed = lines(Presence.WRITTEN, Presence.PRESENT)
    (fault,) = line_faults(mixed, SessionMode.IN_WRITING)
    assert (fault.code, fault.data["name"]) == ("written_session_nobody_present", MEMBERS[1].name)
    assert line_faults(mixed, SessionMode.MEETING) == ()


def test_a_member_has_a_name_and_days_in_their_order() -> None:
    assert member_faults(replace(CHAIR, valid_from=FIRST, valid_to=FIRST)) == ()
    (nameless,) = member_faults(replace(CHAIR, name="  "))
    (turned,) = member_faults(replace(CHAIR, valid_from=LAST, valid_to=FIRST))
    assert (nameless.code, turned.code) == ("name_missing", "member_days_turned")


def proposal(subject: SubjectKind, code: str, name: str) -> Proposal:
    day = dt.date(2026, 12, 1)
    return Proposal(1, "2026-annual", "giay_khen_xa", subject, code, name, "", "", day, day, day)


@pytest.mark.parametrize(
    ("proposed", "names"),
    [
        (proposal(SubjectKind.COLLECTIVE, "DV001", "Phòng Kinh tế"), [MEMBERS[1].name]),
        (proposal(SubjectKind.COLLECTIVE, "DV002", MEMBERS[0].name), []),
        (proposal(SubjectKind.INDIVIDUAL, "CN0001", "LE THI THU"), [MEMBERS[0].name]),
        (proposal(SubjectKind.INDIVIDUAL, "DV001", "Người khác"), []),
        # A member whose unit nobody told is nobody's colleague.
        (proposal(SubjectKind.COLLECTIVE, "", "Đơn vị chưa có mã"), []),
    ],
)
def test_who_is_proposed_or_belongs_to_the_unit_does_not_vote(
    proposed: Proposal, names: list[str]
) -> None:
    there = lines(Presence.PRESENT, Presence.WRITTEN)
    assert [line.name for line in interested(there, proposed)] == names
    away = lines(Presence.ABSENT, Presence.ABSENT)
    assert interested(away, proposed) == ()
