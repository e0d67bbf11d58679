"""Điểm danh lại: who came to a session is corrected until its votes are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.council_in_hand import NAMES, enrol_council, held
from tests.integration.application.test_council import HELD
from tests.integration.application.test_council_members import ILL, proposed
from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.council.sessions import correct_attendance, vote
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.council_members import AttendanceLine, Presence
from thidua_desktop.domain.errors import InputError, RuleViolation

LATE_COMER = NAMES[5][0]


def lines_of(office: OfficeInHand, session: str) -> tuple[AttendanceLine, ...]:
    with office.desk.store.read() as books:
        return books.voting.attendance(session)


def marked(
    lines: Sequence[AttendanceLine], presence: Presence, reason: str = "", most: int = 1
) -> list[AttendanceLine]:
    """The last ones marked otherwise, the late comer before all."""
    chosen = [one.name for one in lines if one.name != LATE_COMER][-(most - 1) :]
    names = {LATE_COMER, *(chosen if most > 1 else ())}
    return [
        replace(one, presence=presence, reason=reason) if one.name in names else one
        for one in lines
    ]


def test_who_came_late_is_present_and_nothing_is_lost_by_an_undo(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD, {LATE_COMER: ILL})
    before = lines_of(office, session)
    changed = correct_attendance(office.desk, session, marked(before, Presence.PRESENT))
    assert (changed.present, changed.members_total) == (9, 9)
    with office.desk.store.read() as books:
        assert books.awards.session(session) == changed
    assert all(one.presence is Presence.PRESENT for one in lines_of(office, session))
    office.desk.store.undo(office.desk.store.operations(1)[0].id)
    assert lines_of(office, session) == before


def test_after_the_count_only_reasons_can_be_told(office: OfficeInHand) -> None:
    [number] = proposed(office, "Phòng Kinh tế")
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD, {LATE_COMER: ILL})
    vote(office.desk, session, number, VoteCount(8, 0))
    lines = lines_of(office, session)
    with pytest.raises(RuleViolation, match="attendance_under_votes"):
        correct_attendance(office.desk, session, marked(lines, Presence.PRESENT))
    assert lines_of(office, session) == lines
    correct_attendance(office.desk, session, marked(lines, Presence.ABSENT, "họp tỉnh"))
    assert [one.reason for one in lines_of(office, session) if one.reason] == ["họp tỉnh"]


def test_a_session_keeps_its_quorum_and_its_members(office: OfficeInHand) -> None:
    enrol_council(office.desk)
    session = held(office.desk, CYCLE, HELD)
    lines = lines_of(office, session)
    with pytest.raises(RuleViolation, match="session_without_quorum"):
        correct_attendance(office.desk, session, marked(lines, Presence.ABSENT, "ốm", most=5))
    with pytest.raises(InputError, match="attendance_other_members"):
        correct_attendance(office.desk, session, lines[:-1])
    assert lines_of(office, session) == lines
