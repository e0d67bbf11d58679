"""Beside each vote the page says why it came out so; who came is corrected in the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog

from tests.council_in_hand import NAMES, enrol_council, held
from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import GIAY_KHEN, LATE, SampleOffice
from tests.gui.words import words_in
from tests.office_in_hand import CYCLE
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.members import change_member, council_on
from thidua_desktop.application.council.sessions import vote
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.council_members import Presence
from thidua_desktop.ui.dialogs.count_dialog import CountDialog
from thidua_desktop.ui.dialogs.session_dialog import AttendanceDialog
from thidua_desktop.ui.pages.council import CouncilPage
from thidua_desktop.ui.pages.council_columns import count_task

OWN = "có thể thành viên liên quan đã biểu quyết"


def test_a_vote_on_the_own_unit_is_doubted_where_it_was_counted(
    enrolled_office: SampleOffice, open_window: OpenWindow
) -> None:
    desk = enrolled_office.desk
    enrolled_office.clock.set(LATE)
    unit = next(one.code for one in list_units(desk) if one.group == "school")
    request = AwardRequest(CYCLE, GIAY_KHEN, unit=unit)
    number = propose(desk, request, "Dẫn đầu chuyển đổi số.", "Hội đồng xem xét").proposal
    assert number is not None
    enrol_council(desk)
    member = council_on(desk).members[-1]
    change_member(desk, replace(member, unit=unit))
    session = held(desk, CYCLE, LATE)
    window = open_window(enrolled_office)
    window.show_page("council")
    page = window.current
    assert isinstance(page, CouncilPage)
    assert "Vì sao?" not in words_in(page.panel)
    assert page._known is not None
    assert page.board is not None
    dialog = CountDialog(count_task(page._known, page.board, GIAY_KHEN), page.icons, page)
    assert f": {member.name}." in words_in(dialog)
    page._tell_count((vote(desk, session, number, VoteCount(9, 0)),))
    assert OWN in words_in(page.notice)
    page.state.reload()
    page.table.select_key(number)
    assert "9 phiếu đồng ý trên tổng số 9 thành viên" in words_in(page.panel)
    assert OWN in words_in(page.panel)


def test_who_came_late_is_marked_in_the_window(
    enrolled_office: SampleOffice, open_window: OpenWindow, person: Person
) -> None:
    desk = enrolled_office.desk
    enrolled_office.clock.set(LATE)
    enrol_council(desk)
    session = held(desk, CYCLE, LATE, {NAMES[5][0]: (Presence.ABSENT, "ốm")})
    window = open_window(enrolled_office)
    window.show_page("council")
    page = window.current
    assert isinstance(page, CouncilPage)
    assert "Có mặt 8 / 9" in page.attendance.text()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendanceDialog)
        model = dialog.attendance_table.table.model
        row = next(i for i, one in enumerate(dialog.lines()) if one.name == NAMES[5][0])
        assert model.setData(model.index(row, 2), "1")

    person.fills[AttendanceDialog] = fill
    page.again.trigger()
    assert "Có mặt 9 / 9" in page.attendance.text()
    with desk.store.read() as books:
        assert books.awards.session(session).present == 9
