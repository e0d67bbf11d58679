"""Kiến nghị, vướng mắc: gathered from the reports, answered, taken back, exported."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import COLLECTED, CYCLE, DUE, OfficeInHand
from thidua_desktop.application.collecting.board import BoardRow, collecting_board
from thidua_desktop.application.collecting.reminding import unit_reminders
from thidua_desktop.application.collecting.unit_requests import (
    UnitRequest,
    answer_request,
    asked,
    export_requests,
    requests_text,
    unit_requests,
)
from thidua_desktop.application.setting_up.working_calendar import set_day
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.unit_requests import RequestStatus
from thidua_desktop.domain.working_days import DayKind

ECONOMY = "Phòng Kinh tế"


def the_request(office: OfficeInHand) -> UnitRequest:
    [found] = unit_requests(office.desk, CYCLE)
    return found


def test_nothing_is_gathered_before_a_report_came(office: OfficeInHand) -> None:
    assert unit_requests(office.desk, CYCLE) == ()
    with pytest.raises(RuleViolation, match="no_requests"):
        export_requests(office.desk, office.texts, CYCLE, office.folder / "kn.xlsx")


@pytest.mark.parametrize("text", ["", " Không ", "không có.", "KHÔNG CÓ", "-", "ko"])
def test_who_says_that_there_is_nothing_asks_for_nothing(text: str) -> None:
    assert asked(text) == ""


def test_what_is_asked_is_answered_and_the_answer_taken_back(office: OfficeInHand) -> None:
    office.clock.set(COLLECTED)
    office.collect(office.save(ECONOMY))
    found = the_request(office)
    assert (found.unit_name, found.text) == (ECONOMY, "Đề nghị bố trí máy quét.")
    assert (found.status, found.answer) == (RequestStatus.OPEN, "")
    answer_request(office.desk, CYCLE, found.unit, RequestStatus.ANSWERED, " Đã cấp. ")
    done = the_request(office)
    assert (done.status, done.answer, done.changed_on) == (
        RequestStatus.ANSWERED,
        "Đã cấp.",
        COLLECTED,
    )
    assert requests_text(office.desk, office.texts, CYCLE) == (
        "1. Phòng Kinh tế: Đề nghị bố trí máy quét. (Đã trả lời: Đã cấp.)"
    )
    newest = office.desk.store.operations(1)[0]
    assert newest.action == "request_answered"
    office.desk.store.undo(newest.id)
    assert the_request(office).status is RequestStatus.OPEN


def test_an_answer_needs_words_and_somebody_who_asked(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY))
    unit = the_request(office).unit
    with pytest.raises(InputError, match="request_answer_missing"):
        answer_request(office.desk, CYCLE, unit, RequestStatus.FORWARDED, " ")
    with pytest.raises(NotFound, match="request_unknown"):
        answer_request(office.desk, CYCLE, "DV999", RequestStatus.ANSWERED, "Rồi")
    answer_request(office.desk, CYCLE, unit, RequestStatus.OPEN)


def test_the_export_bears_every_request(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY))
    path = office.folder / "kn.xlsx"
    assert export_requests(office.desk, office.texts, CYCLE, path) == 1
    [sheet] = office.written.summaries[path].sheets
    assert sheet.rows[0][1:5] == (ECONOMY, "Đề nghị bố trí máy quét.", "Chưa trả lời", "")


def late(office: OfficeInHand) -> BoardRow:
    return next(r for r in collecting_board(office.desk, CYCLE).rows if r.name == ECONOMY)


def test_days_late_are_told_as_calendar_and_as_working_days(office: OfficeInHand) -> None:
    office.clock.set(DUE + dt.timedelta(days=7))
    assert (late(office).days_late, late(office).working_days_late) == (7, 5)
    weekday = next(day for n in range(1, 8) if (day := DUE + dt.timedelta(days=n)).weekday() < 5)
    set_day(office.desk, weekday, DayKind.OFF, "Nghỉ bù ví dụ")
    assert (late(office).days_late, late(office).working_days_late) == (7, 4)
    office.clock.set(DUE)
    assert (late(office).days_late, late(office).working_days_late) == (0, 0)


def test_each_unit_is_reminded_in_its_own_form_of_address(office: OfficeInHand) -> None:
    office.clock.set(DUE + dt.timedelta(days=7))
    messages = {
        one.unit_name: one.message for one in unit_reminders(office.desk, office.texts, CYCLE)
    }
    assert messages[ECONOMY].startswith(f"Kính gửi quý cơ quan ({ECONOMY}),\n")
    assert "đã quá hạn 7 ngày (5 ngày làm việc)" in messages[ECONOMY]
    school = next(name for name in messages if name.startswith("Trường"))
    assert messages[school].startswith(f"Kính gửi quý trường ({school}),")
    office.collect(office.save(ECONOMY))
    assert ECONOMY not in {
        one.unit_name for one in unit_reminders(office.desk, office.texts, CYCLE)
    }
