"""Từng đơn vị: typed down the page, reasons asked once, the council's figure, what happened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import OpenWindow, Person
from tests.gui.office import SampleOffice
from tests.gui.test_stories import CYCLE, page_of
from thidua_desktop.application.appraisal.unit_sheet import SheetLine, unit_sheet
from thidua_desktop.ui.dialogs.reasons_dialog import ReasonsDialog
from thidua_desktop.ui.pages.appraisal import AppraisalPage
from thidua_desktop.ui.pages.unit_sheet import TIMELINE, UnitSheetPage

pytestmark = pytest.mark.gui

APPRAISED, COUNCIL = 6, 7


@pytest.fixture
def page(open_window: OpenWindow, collected_office: SampleOffice) -> UnitSheetPage:
    return page_of(open_window(collected_office), "unit_sheet", UnitSheetPage)


def lines(page: UnitSheetPage) -> tuple[SheetLine, ...]:
    return unit_sheet(page.desk, CYCLE, page.filters.chosen("unit")).lines


def share(dialog: ReasonsDialog, text: str) -> None:
    """Type one reason for all."""
    dialog.shared.setText(text)
    dialog.shared.textEdited.emit(text)


def test_points_are_typed_and_the_reason_is_asked(page: UnitSheetPage, person: Person) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonsDialog)
        assert dialog.fault()
        next(iter(dialog.fields.values())).setText("Thiếu văn bản")
        assert not dialog.fault()

    person.fills = {ReasonsDialog: fill}
    model = page.table.model
    own = lines(page)[0].cell.self_points
    assert own is not None
    model.setData(model.index(0, COUNCIL), "5")
    assert "chưa thẩm định" in page.notice.text.text()
    model.setData(model.index(0, APPRAISED), "mười")
    assert "không phải điểm" in page.notice.text.text()
    model.setData(model.index(0, APPRAISED), str((own - 100) // 100))
    model.setData(model.index(0, COUNCIL), str((own - 200) // 100))
    cell = lines(page)[0].cell
    assert (cell.appraised, cell.council) == (own - 100, own - 200)
    assert (cell.reason, cell.council_reason) == ("Thiếu văn bản", "Thiếu văn bản")
    assert "Hội đồng" in page.header.subtitle.text()
    model.setData(model.index(0, COUNCIL), "")
    assert lines(page)[0].cell.council is None
    page.tabs.setCurrentIndex(TIMELINE)
    told = [" ".join(event.sentences) for event in page.events.model.shown]
    assert told[0].startswith("Bỏ điểm Hội đồng")
    assert told[-1].startswith("Phát phiếu")


def test_one_reason_serves_a_whole_pasted_column(page: UnitSheetPage, person: Person) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonsDialog)
        share(dialog, "Theo biên bản kiểm tra")

    person.fills = {ReasonsDialog: fill}
    before = [line.cell.self_points or 0 for line in lines(page)[:3]]
    QGuiApplication.clipboard().setText("\n".join(str((own - 100) // 100) for own in before))
    page.table.view.setCurrentIndex(page.table.model.index(0, APPRAISED))
    QTest.keyClick(page.table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    after = [line.cell for line in lines(page)[:3]]
    assert [cell.appraised for cell in after] == [own - 100 for own in before]
    assert {cell.reason for cell in after} == {"Theo biên bản kiểm tra"}
    assert "Đã lưu 3 điểm" in page.notice.text.text()


def test_the_grid_asks_every_missing_reason_at_once(
    open_window: OpenWindow, collected_office: SampleOffice, person: Person
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonsDialog)
        assert len(dialog.fields) == 2
        share(dialog, "Theo số liệu của Công an")

    person.fills = {ReasonsDialog: fill}
    page = page_of(open_window(collected_office), "appraisal", AppraisalPage)
    page.filters.choose("group", "school")
    own = [cell.self_points or 0 for cell in page.model.rows[0].cells[:2]]
    page.model.paste(page.model.index(0, 0), [[str((points - 100) // 100) for points in own]])
    cells = page.model.rows[0].cells[:2]
    assert [cell.appraised for cell in cells] == [points - 100 for points in own]


def test_the_next_unit_and_the_unit_of_the_grid(page: UnitSheetPage) -> None:
    first = page.filters.chosen("unit")
    assert any("Tiêu chí" in text.text() for text in page.panel.findChildren(QLabel))
    page.next()
    assert page.filters.chosen("unit") != first
    page.state.open_sheet(first)
    assert page.filters.chosen("unit") == first
    page.accept()
    assert "theo điểm tự chấm" in page.notice.text.text()
    assert not any(line.cell.is_pending for line in lines(page))


def test_qt_finds_nothing_wrong(page: UnitSheetPage, qtmodeltester: ModelTester) -> None:
    for model in (page.table.model, page.events.model):
        qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
