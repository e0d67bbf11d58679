"""Forms that came in time and are taken days later."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice, returned_forms
from thidua_desktop.application.collecting.board import BoardState
from thidua_desktop.application.cycles.opening import list_cycles
from thidua_desktop.ui.dialogs.undo_dialog import UndoDialog
from thidua_desktop.ui.pages.collecting import CollectingPage

pytestmark = pytest.mark.gui


def test_forms_dropped_in_late_count_from_the_day_they_came_and_can_be_undone_at_once(
    open_window: OpenWindow, enrolled_office: SampleOffice, says_yes: list[QDialog]
) -> None:
    sent = returned_forms(enrolled_office, list_cycles(enrolled_office.desk)[0])
    enrolled_office.clock.set(dt.date(2026, 12, 15))
    window = open_window(enrolled_office)
    window.show_page("collecting")
    page = window.current
    assert isinstance(page, CollectingPage)
    assert page.received.day() == dt.date(2026, 12, 15)
    assert page.received.note.isHidden()
    page.received.setDate(QDate(2026, 12, 20))
    assert page.received.day() == dt.date(2026, 12, 15)
    page.received.setDate(QDate(2026, 12, 9))
    assert "nhận ngày 09/12/2026, không phải hôm nay" in page.received.note.text()
    window.show_page("home")
    window.show_page("collecting")
    assert page.received.day() == dt.date(2026, 12, 9)
    page.collect([sent])
    assert {row.received_on for row in page.board.model.everything} == {None}
    assert "chưa lưu" in page.notice.text.text()
    assert page.unsaved().endswith("phiếu đã kiểm tra, chưa nhận")
    page.header.main.click()
    assert page.header.main.text().strip() == "Thu phiếu…"
    states = [row.state for row in page.board.model.everything]
    assert page.unsaved() == ""
    assert states.count(BoardState.IN_TIME) == 10
    assert BoardState.LATE not in states
    page.notice.action.click()
    assert isinstance(says_yes[-1], UndoDialog)
    assert window.current is page
    assert page.notice.text.text() == "Xong. Đã hoàn tác."
    assert {row.received_on for row in page.board.model.everything} == {None}
