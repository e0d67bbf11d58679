"""Kỳ: what is not done yet is told before the closing, and what came late is let in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from thidua_desktop.application.cycles.opening import list_cycles
from thidua_desktop.ui.dialogs.cycle_dialog import CloseCycleDialog, ReopenCycleDialog
from thidua_desktop.ui.pages.cycles import CyclesPage

pytestmark = pytest.mark.gui


def press(page: CyclesPage, name: str) -> None:
    found = page.panel.findChild(QPushButton, name)
    assert found is not None
    found.click()


def test_a_cycle_is_closed_knowingly_and_opened_again_for_a_reason(
    busy_office: SampleOffice, open_window: OpenWindow, person: Person
) -> None:
    window = open_window(busy_office)
    window.show_page("cycles")
    page = window.current
    assert isinstance(page, CyclesPage)
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CloseCycleDialog)
        told.append(dialog.notice.accessibleName() or dialog.notice.text.text())

    def say(dialog: QDialog) -> None:
        assert isinstance(dialog, ReopenCycleDialog)
        assert dialog.fault()
        dialog.reason.setText("Bổ sung phiếu nộp muộn")

    person.fills = {CloseCycleDialog: look, ReopenCycleDialog: say}
    press(page, "closeCycle")
    assert "còn việc chưa xong" in told[0].lower()
    assert not list_cycles(busy_office.desk)[0].is_open
    press(page, "reopenCycle")
    assert list_cycles(busy_office.desk)[0].is_open
    assert "mở lại kỳ" in page.notice.text.text().lower()
