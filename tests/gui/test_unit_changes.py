"""Units are renamed, merged, split and ended through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.ui.dialogs.unit_change_dialog import (
    EndUnitDialog,
    MergeUnitsDialog,
    RenameUnitDialog,
    SplitUnitDialog,
)
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.units import UnitsPage

pytestmark = pytest.mark.gui


def page_with(window: MainWindow, unit: str) -> UnitsPage:
    """The page with this unit chosen."""
    window.show_page("units")
    page = window.current
    assert isinstance(page, UnitsPage)
    page.units.select_key(next(u.code for u in page.units.model.everything if u.name == unit))
    return page


def choose(page: UnitsPage, words: str) -> None:
    next(a for a in page.header.findChildren(QAction) if a.text() == words).trigger()


def living(office: SampleOffice) -> set[str]:
    return {unit.name for unit in list_units(office.desk) if unit.valid_to is None}


def test_a_renamed_unit_is_found_by_its_old_name(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RenameUnitDialog)
        dialog.name.setText("Phòng Kinh tế tổng hợp")
        dialog.document.setText("Quyết định mẫu số 05")

    person.fills[RenameUnitDialog] = fill
    page = page_with(open_window(enrolled_office), "Phòng Kinh tế")
    choose(page, "Đổi tên từ ngày…")
    assert "Phòng Kinh tế tổng hợp" in living(enrolled_office)
    page.units.model.set_filter("phong kinh te")
    assert [unit.name for unit in page.units.model.shown] == ["Phòng Kinh tế tổng hợp"]
    told = "\n".join(label.text() for label in page.panel.findChildren(QLabel))
    assert "Đổi tên: Phòng Kinh tế → Phòng Kinh tế tổng hợp" in told
    assert "Quyết định mẫu số 05" in told


def test_marked_units_are_merged(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeUnitsDialog)
        assert len(dialog.codes()) == 1
        for row in range(dialog.list.count()):
            if dialog.list.item(row).text() in {"Xóm 1", "Xóm 2"}:
                dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        assert dialog.into.count() == 3
        dialog.name.setText("Xóm Hợp Nhất (mẫu)")

    person.fills[MergeUnitsDialog] = fill
    page = page_with(open_window(enrolled_office), "Xóm 1")
    choose(page, "Sáp nhập…")
    assert {"Xóm Hợp Nhất (mẫu)", "Xóm 3"} <= living(enrolled_office)
    assert not {"Xóm 1", "Xóm 2"} & living(enrolled_office)
    page.units.model.set_filter("xom 2")
    assert "Xóm Hợp Nhất (mẫu)" in [unit.name for unit in page.units.model.shown]


def test_a_unit_that_goes_on_keeps_its_name_in_the_merger(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeUnitsDialog)
        for row in range(dialog.list.count()):
            if dialog.list.item(row).text() == "Xóm 2":
                dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        dialog.into.setCurrentIndex(dialog.into.findText("Giữ Xóm 1"))

    person.fills[MergeUnitsDialog] = fill
    page = page_with(open_window(enrolled_office), "Xóm 1")
    choose(page, "Sáp nhập…")
    assert "Xóm 1" in living(enrolled_office)
    assert "Xóm 2" not in living(enrolled_office)


def test_a_unit_is_split_and_another_ended(
    open_window: OpenWindow, enrolled_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitUnitDialog)
        assert dialog.fault() != ""
        dialog.parts.setPlainText("Xóm 3A\n\nXóm 3B\n")

    person.fills[SplitUnitDialog] = fill
    page = page_with(open_window(enrolled_office), "Xóm 3")
    choose(page, "Tách đơn vị…")
    assert {"Xóm 3A", "Xóm 3B"} <= living(enrolled_office)
    page.units.select_key(next(u.code for u in page.units.model.everything if u.name == "Xóm 3A"))
    choose(page, "Giải thể…")
    assert [type(dialog) for dialog in person.shown] == [SplitUnitDialog, EndUnitDialog]
    assert "Xóm 3A" not in living(enrolled_office)
