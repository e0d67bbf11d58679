"""Có nhập phần bị ẩn không? The window asks, and takes nothing before it is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.forms_in_hand import SHEET, rows_of
from tests.gui.conftest import OpenWindow
from tests.gui.office import SampleOffice, returned_forms
from tests.gui.test_import_wizard import wizard_on
from thidua_desktop.application.cycles.opening import list_cycles
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.ui.pages.collecting import CollectingPage
from thidua_desktop.ui.pages.units import PEOPLE

pytestmark = pytest.mark.gui


def a_filtered_list(folder: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    rows = (("STT", "Tên đơn vị", "Nhóm"), (1, "Xóm 7", "Xóm"), (2, "Xóm 8", "Xóm"))
    for row in rows:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    path = folder / "loc.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(("button", "new"), [(0, {"Xóm 7", "Xóm 8"}), (1, {"Xóm 8"})])
def test_a_list_can_be_taken_only_after_the_answer(
    open_window: OpenWindow,
    enrolled_office: SampleOffice,
    tmp_path: Path,
    button: int,
    new: set[str],
) -> None:
    before = {unit.name for unit in list_units(enrolled_office.desk)}
    wizard = wizard_on(open_window(enrolled_office))
    wizard.read(a_filtered_list(tmp_path))
    assert wizard.check is not None
    question = wizard.check.question
    assert question.isVisible()
    assert question.text.text() == "Có 1 dòng bị ẩn hoặc bị lọc trong bảng, có nhập không?"
    assert not wizard.main.isEnabled()
    question.buttons[button].click()
    assert not wizard.check.question.isVisible()
    wizard.main.click()
    assert {unit.name for unit in list_units(enrolled_office.desk)} - before == new


def test_a_form_with_hidden_answers_waits_beside_the_others(
    open_window: OpenWindow, enrolled_office: SampleOffice
) -> None:
    sent = returned_forms(enrolled_office, list_cycles(enrolled_office.desk)[0])
    path = min(sent.glob("*.xlsx"))
    book = load_workbook(path)
    book[SHEET].row_dimensions[rows_of(path)[0].row].hidden = True
    book.save(path)
    window = open_window(enrolled_office)
    window.show_page("collecting")
    page = window.current
    assert isinstance(page, CollectingPage)
    assert page.question.isHidden()
    page.collect([sent])
    assert not page.question.isHidden()
    assert page.question.text.text().startswith("1 tệp có câu trả lời ở dòng, cột")
    before = page.notice.action.text()
    page.question.buttons[0].click()
    assert page.question.isHidden()
    assert page.notice.action.text() != before
    page.notice.action.click()
    assert any(file.path == path and file.report for file in page.files.model.everything)


@pytest.mark.parametrize(("button", "people"), [(0, 3), (1, 4)])
def test_a_namesake_is_taken_only_after_the_answer(
    open_window: OpenWindow,
    enrolled_office: SampleOffice,
    tmp_path: Path,
    button: int,
    people: int,
) -> None:
    book = Workbook()
    book.worksheets[0].append(("STT", "Họ và tên", "Đơn vị", "Chức vụ"))
    book.worksheets[0].append((1, "Nguyễn Văn Mẫu", "Phòng Kinh tế", "Phó trưởng phòng"))
    book.save(tmp_path / "nguoi.xlsx")
    wizard = wizard_on(open_window(enrolled_office), PEOPLE)
    wizard.read(tmp_path / "nguoi.xlsx")
    assert wizard.check is not None
    assert wizard.check.namesakes.isVisible()
    assert wizard.check.namesakes.text.text().startswith("1 dòng trùng tên")
    assert not wizard.main.isEnabled()
    wizard.check.namesakes.buttons[button].click()
    assert not wizard.check.namesakes.isVisible()
    wizard.main.click()
    assert len(list_people(enrolled_office.desk)) == people
