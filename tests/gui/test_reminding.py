"""Đôn đốc and kiến nghị in the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import Opened, OpenWindow, Person
from tests.gui.office import SampleOffice, whole_office
from thidua_desktop.application.collecting.unit_requests import unit_requests
from thidua_desktop.domain.unit_requests import RequestStatus
from thidua_desktop.ui.dialogs.request_dialog import RequestDialog
from thidua_desktop.ui.pages.collecting import REMINDERS, CollectingPage
from thidua_desktop.ui.pages.requests import RequestsPage

CYCLE = "2026-annual"


def test_each_waited_for_unit_has_its_message_and_the_letter_opens(
    open_window: OpenWindow, busy_office: SampleOffice, opened: Opened, qtmodeltester: ModelTester
) -> None:
    window = open_window(busy_office)
    window.show_page("collecting")
    page = window.current
    assert isinstance(page, CollectingPage)
    late = next(row for row in page.board.model.shown if row.name == "Xóm 2")
    page.panel.show_row(late)
    reminds = page.panel.findChild(QPushButton, "remind")
    assert reminds is not None
    reminds.click()
    assert "xóm 2" in QGuiApplication.clipboard().text().lower()
    page.reminding.show()
    assert page.tabs.currentIndex() == REMINDERS
    names = [one.unit_name for one in page.reminders.model.shown]
    assert names == ["Công an xã", "Xóm 2", "Xóm 3"]
    copies = page.panel.findChild(QPushButton, "copyReminder")
    assert copies is not None
    copies.click()
    assert QGuiApplication.clipboard().text().startswith("Kính gửi quý cơ quan (Công an xã),")
    qtmodeltester.check(page.reminders.model)  # type: ignore[no-untyped-call]
    page.reminding.write_letter()
    [path] = opened.paths
    assert path.name.startswith("cong-van-don-doc")
    assert path.stat().st_size > 1000


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> SampleOffice:
    return whole_office(tmp_path_factory.mktemp("requests"))


def test_a_request_is_answered_and_copied_into_the_report(
    open_window: OpenWindow, office: SampleOffice, person: Person, qtmodeltester: ModelTester
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RequestDialog)
        assert dialog.fault() != ""
        dialog.choose(RequestStatus.FORWARDED)
        dialog.answer.setPlainText("Chuyển Phòng Kinh tế ngày 15/12/2026.")

    person.fills[RequestDialog] = fill
    window = open_window(office)
    window.show_page("requests")
    page = window.current
    assert isinstance(page, RequestsPage)
    qtmodeltester.check(page.table.model)  # type: ignore[no-untyped-call]
    page.answer()
    first = unit_requests(office.desk, CYCLE)[0]
    assert first.status is RequestStatus.FORWARDED
    words = "\n".join(label.text() for label in page.panel.findChildren(QLabel))
    assert "Chuyển Phòng Kinh tế ngày 15/12/2026." in words
    page.filters.choose("status", "forwarded")
    assert page.table.model.rowCount() == 1
    page.copy_list()
    assert "Đã chuyển: Chuyển Phòng Kinh tế" in QGuiApplication.clipboard().text()
    office.store.close()
