"""Nhập danh sách: four steps from a blank list to a result that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.modeltest import ModelTester

from tests.gui.conftest import Opened, OpenWindow, Person
from tests.gui.office import SampleOffice
from thidua_desktop.application.enrolling.list_workbooks import ListKind
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.ui.dialogs.undo_dialog import UndoDialog
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.pages.import_wizard import CHECK, RESULT, SOURCE, ImportWizard
from thidua_desktop.ui.pages.units import PEOPLE, UnitsPage

ROWS = (
    ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ", "Điện thoại", "Ghi chú"),
    (1, "Phòng Kinh tế", "Cơ quan", "15 người", 4, 912345678, "x"),
    (2, "Xóm 9", "Xóm", "mười", None, None, None),
    (3, "Trạm Y tế", "Cơ quan", 9, 6, None, None),
)


def a_list(folder: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Danh sách"
    for row in ROWS:
        sheet.append(row)
    path = folder / "danh sach 2026.xlsx"
    workbook.save(path)
    return path


def wizard_on(window: MainWindow, tab: int = 0) -> ImportWizard:
    window.show_page("units")
    page = window.current
    assert isinstance(page, UnitsPage)
    page.tabs.setCurrentIndex(tab)
    wizard = page._wizard()
    wizard.show()
    return wizard


def words(wizard: ImportWizard) -> str:
    return "\n".join(label.text() for label in wizard.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def wizard(open_window: OpenWindow, enrolled_office: SampleOffice) -> ImportWizard:
    return wizard_on(open_window(enrolled_office))


def test_the_blank_list_is_saved_and_can_be_opened(
    wizard: ImportWizard, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mau.xlsx"
    monkeypatch.setattr(wizard, "choose_new_file", lambda *_words: target)
    wizard.blank.save.click()
    assert target.exists()
    assert wizard.notice.text.text() == "Xong. Đã lưu tệp mẫu: mau.xlsx."
    wizard.notice.action.click()
    assert opened.paths == [target]


def test_every_row_has_its_light_and_shows_how_it_is_understood(
    wizard: ImportWizard, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    wizard.read(a_list(tmp_path))
    check = wizard.check
    assert check is not None
    assert wizard.parts.currentIndex() == CHECK
    assert "3 dòng: 1 tốt, 1 cần xem, 1 phải sửa" in words(wizard)
    model = check.rows.model
    shown = [
        [model.index(row, column).data() for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert [row[1:3] for row in shown] == [
        ["Cần xem", "Cập nhật"],
        ["Phải sửa", "Không nhập"],
        ["Tốt", "Thêm mới"],
    ]
    assert shown[0][7:] == ["15  ← 15 người", "4", "0912345678  ← 912345678"]
    assert shown[1][7] == "mười"
    assert "«912345678» → 0912345678" in words(wizard)
    assert "đang lưu: 13" in words(wizard)
    check.only_doubtful.setChecked(True)
    assert [row.row.name for row in model.shown] == ["Phòng Kinh tế", "Xóm 9"]
    assert check.tabs.tabText(1) == "Các cột (1 cột không dùng đến)"
    assert check.columns.model.shown[-1].head == "Ghi chú"
    for table in (check.rows, check.columns, check.notes):
        qtmodeltester.check(table.model)  # type: ignore[no-untyped-call]


def test_what_can_be_taken_is_taken_and_taken_back(
    wizard: ImportWizard, enrolled_office: SampleOffice, person: Person, tmp_path: Path
) -> None:
    before = list_units(enrolled_office.desk)
    wizard.read(a_list(tmp_path))
    assert list_units(enrolled_office.desk) == before
    assert wizard.main.text() == "Nhập 2 dòng"
    wizard.main.click()
    assert wizard.parts.currentIndex() == RESULT
    assert "Thêm mới 1, cập nhật 1, không nhập 1." in words(wizard)
    assert {u.name for u in list_units(enrolled_office.desk)} - {u.name for u in before} == {
        "Trạm Y tế"
    }
    assert wizard.ending is not None
    wizard.ending.undo.click()
    assert [type(dialog) for dialog in person.shown] == [UndoDialog]
    assert list_units(enrolled_office.desk) == before
    assert not wizard.ending.undo.isEnabled()


def test_a_copy_with_remarks_is_saved_beside_the_list(
    wizard: ImportWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ghi chu.xlsx"
    monkeypatch.setattr(wizard, "choose_new_file", lambda *_words: target)
    source = a_list(tmp_path)
    wizard.read(source)
    wizard.remarks.click()
    comment = load_workbook(target).worksheets[0]["D3"].comment
    assert comment is not None
    assert "mười" in comment.text
    monkeypatch.setattr(wizard, "choose_new_file", lambda *_words: source)
    wizard.remarks.click()
    assert "không được ghi đè" in wizard.notice.text.text()


def test_a_list_that_is_none_is_told_and_another_can_be_chosen(
    wizard: ImportWizard, tmp_path: Path
) -> None:
    path = tmp_path / "khong phai.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    wizard.read(path)
    assert wizard.parts.currentIndex() == SOURCE
    assert wizard.notice.isVisible()
    assert wizard.main.isEnabled()
    wizard._take_dropped([a_list(tmp_path)])
    assert wizard.parts.currentIndex() == CHECK
    wizard.back.click()
    assert wizard.parts.currentIndex() == SOURCE


def test_a_list_that_brings_nothing_new_can_not_be_taken(
    wizard: ImportWizard, tmp_path: Path
) -> None:
    wizard.read(a_list(tmp_path))
    wizard.main.click()
    wizard.read(a_list(tmp_path))
    assert wizard.main.text() == "Nhập 0 dòng"
    assert not wizard.main.isEnabled()


def test_people_go_the_same_way(
    open_window: OpenWindow, enrolled_office: SampleOffice, tmp_path: Path
) -> None:
    wizard = wizard_on(open_window(enrolled_office), PEOPLE)
    assert wizard._kind is ListKind.PEOPLE
    path = tmp_path / "nguoi.csv"
    text = "STT,Họ và tên,Năm sinh,Đơn vị\n1,Lê Thị Thử,1990,Phòng kinh tế\n"
    path.write_text(text, encoding="utf-8")
    wizard.read(path)
    wizard.main.click()
    assert "Lê Thị Thử" in {person.full_name for person in list_people(enrolled_office.desk)}


def test_it_does_not_close_while_it_works(wizard: ImportWizard) -> None:
    wizard._busy = True
    wizard.reject()
    assert wizard.isVisible()
    wizard._busy = False
    wizard.reject()
    assert wizard.result() == QDialog.DialogCode.Rejected
