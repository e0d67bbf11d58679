"""A form whose deed is refused comes back as it was filled in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import notice, page_of
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.ui.dialogs.session_dialog import SessionDialog
from thidua_desktop.ui.dialogs.unit_dialog import UnitDialog
from thidua_desktop.ui.pages.council import CouncilPage

pytestmark = pytest.mark.gui


def test_a_form_that_is_refused_comes_back_as_it_was_filled_in(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    """Of two units of one name the second is refused; its other fields are not typed again."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, UnitDialog)
        if person.shown.count(dialog) == 1:
            dialog.name.setText("Trạm Y tế")
            dialog.people.setText("9")
        else:
            assert dialog.notice.text.text().startswith("Chưa được. Đã có đơn vị «Trạm Y tế»")
            assert dialog.people.text() == "9"
            dialog.name.setText("Trạm Y tế cơ sở hai")

    person.fills[UnitDialog] = fill
    window = open_window(enrolled_office)
    window.show_page("units")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert notice(window) == "Xong. Đã lưu «Trạm Y tế»."
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert notice(window) == "Xong. Đã lưu «Trạm Y tế cơ sở hai»."
    names = [unit.name for unit in list_units(enrolled_office.desk)]
    assert names.count("Trạm Y tế") == names.count("Trạm Y tế cơ sở hai") == 1


def test_a_session_without_quorum_keeps_its_form(
    open_window: OpenWindow, collected_office: SampleOffice, person: Person
) -> None:
    def attend(dialog: QDialog) -> None:
        assert isinstance(dialog, SessionDialog)
        if person.shown.count(dialog) == 1:
            dialog.members.show_number(9)
            dialog.present.show_number(3)
        else:
            assert "cần ít nhất" in dialog.notice.text.text()
            assert dialog.members.number() == 9
            dialog.present.show_number(8)

    person.fills[SessionDialog] = attend
    window = open_window(collected_office)
    council = page_of(window, "council", CouncilPage)

    council.add_new()

    assert len(person.shown) == 2
    assert council.session is not None
    assert council.session.present == 8
