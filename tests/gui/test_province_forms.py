"""The province's own workbook in the window: opened, pointed at, kept, filled."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice
from thidua_desktop.application.province_forms.keeping import province_profiles
from thidua_desktop.application.province_workbooks.profile import RowsOf
from thidua_desktop.ui.dialogs.province_rows_dialog import ProvinceRowsDialog
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.province_forms import ProvinceFormsPage
from thidua_desktop.ui.pages.province_work import FORM

DATA_ROW = 7
CLASS = 6


@pytest.fixture
def window(open_window: OpenWindow, busy_office: SampleOffice) -> MainWindow:
    return open_window(busy_office)


@pytest.fixture
def page(window: MainWindow, busy_office: SampleOffice) -> ProvinceFormsPage:
    """The page with the practice workbook open, not yet kept."""
    window.show_page("province_forms")
    shown = window.current
    assert isinstance(shown, ProvinceFormsPage)
    workbook = busy_office.desk.province_library.practice_workbook()
    shown.choose_files = lambda *_words: [workbook]  # type: ignore[method-assign]
    shown.work.open_file()
    return shown


def head(page: ProvinceFormsPage, column: int) -> str:
    return str(page.model.headerData(column, Qt.Orientation.Horizontal))


def pick(page: ProvinceFormsPage, row: int, column: int) -> None:
    page.grid.setCurrentIndex(page.model.index(row, column))


def choose(page: ProvinceFormsPage, words: str) -> None:
    (item,) = page.panel.fields.findItems(words, Qt.MatchFlag.MatchExactly)
    page.panel.fields.itemActivated.emit(item)


def test_columns_are_known_by_their_titles(page: ProvinceFormsPage) -> None:
    assert head(page, 1) == "B: Tên tập thể, cá nhân, hộ gia đình"
    assert head(page, 2) == "C: Năm sinh (nam)"
    assert page.model.index(2, 0).data() == "Đơn vị đề nghị: Ủy ban nhân dân xã Xuân Hưng"
    assert page.model.index(DATA_ROW, 8).data() == "(tự tính)"


def test_a_column_takes_another_field_by_keyboard(page: ProvinceFormsPage, qtbot: QtBot) -> None:
    pick(page, DATA_ROW, 4)
    assert page.panel.title.text() == "Chức vụ"
    page.panel.search.setText("don vi cong tac thon")
    assert page.panel.fields.count() == 1
    page.panel.fields.setCurrentRow(0)
    qtbot.keyClick(page.panel.fields, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert head(page, 4) == "E: Đơn vị công tác, thôn"


def test_a_single_cell_takes_what_holds_for_the_whole_form(page: ProvinceFormsPage) -> None:
    pick(page, 3, 5)
    choose(page, "Tên kỳ")
    assert page.model.index(3, 5).data() == "năm 2026"
    choose(page, "Để trống")
    assert not page.model.index(3, 5).data()


def test_a_value_without_an_entry_is_lit_and_chosen_once(page: ProvinceFormsPage) -> None:
    model = page.model
    pick(page, DATA_ROW, CLASS)
    choose(page, "Lĩnh vực hoạt động")
    lit = [
        row
        for row in range(DATA_ROW, model.rowCount())
        if model.index(row, CLASS).data(Qt.ItemDataRole.DecorationRole) is not None
    ]
    assert lit
    pick(page, lit[0], CLASS)
    boxes = page.panel.findChildren(QComboBox, "entryChoice")
    boxes[0].setCurrentIndex(boxes[0].findText("Đoàn thể"))
    boxes[0].activated.emit(boxes[0].currentIndex())
    assert model.index(lit[0], CLASS).data() == "Đoàn thể"
    assert model.index(lit[0], CLASS).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_kept_form_is_there_next_time_and_is_filled(
    page: ProvinceFormsPage, busy_office: SampleOffice, tmp_path: Path
) -> None:
    page.save()
    (kept,) = province_profiles(busy_office.desk)
    assert (kept.name, page.filters.chosen(FORM)) == ("bieu-tap-duot", "bieu-tap-duot")
    assert "đã lưu cách điền" in page.header.subtitle.text()
    out = tmp_path / "bieu.xlsx"
    page.choose_new_file = lambda *_words: out  # type: ignore[method-assign]
    page.header.main.click()
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert page.shown.built is not None
    (area,) = page.shown.built.areas
    rows = range(DATA_ROW + 1, DATA_ROW + 1 + len(area.rows))
    assert [sheet.cell(row, 2).value for row in rows] == [one.name for one in area.records]
    assert str(out.name) in page.notice.text.text()


def test_the_rows_of_a_table_are_chosen(
    page: ProvinceFormsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(page, DATA_ROW, 1)
    assert page.panel.rows.text().startswith(f"Dòng {DATA_ROW + 1} đến")
    asked: list[ProvinceRowsDialog] = []

    def take(dialog: ProvinceRowsDialog) -> bool:
        asked.append(dialog)
        dialog.rows_of.setCurrentIndex(dialog.rows_of.findData(RowsOf.UNITS))
        assert not dialog.award.isEnabled()
        return True

    monkeypatch.setattr(page.rows, "is_taken", take)
    page.panel.change_rows.click()
    assert "đơn vị tham gia phong trào" in page.panel.rows.text()
    assert "chưa lưu cách điền" in page.header.subtitle.text()
    monkeypatch.setattr(page.rows, "is_taken", lambda dialog: dialog._drop() or True)
    page.panel.change_rows.click()
    assert page.panel.change_rows.text() == "Điền bảng từ dòng này…"
    assert page.shown.opened is not None
    assert not page.shown.opened.profile.areas
    monkeypatch.setattr(page.rows, "is_taken", lambda _dialog: True)
    page.panel.change_rows.click()
    (area,) = page.shown.opened.profile.areas
    assert (area.first_row, area.last_row, head(page, 1)) == (
        DATA_ROW,
        None,
        "B: Tên tập thể, cá nhân, hộ gia đình",
    )


def test_an_open_form_that_was_not_kept_can_be_left(page: ProvinceFormsPage) -> None:
    page.work.remove()
    assert page.stack.currentWidget() is page.empty
    assert page.model.rowCount() == 0


def test_the_grid_is_a_sound_model(page: ProvinceFormsPage, qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = page.model
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
