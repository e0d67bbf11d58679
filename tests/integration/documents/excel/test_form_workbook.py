"""What a unit can and can't do in its form, and what its form says."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.integration.documents.excel.sample_forms import return_slip, unit_form
from thidua_desktop.application.forms.unit_form import HEADERS
from thidua_desktop.documents.excel.form_writer import ExcelFormWriter
from thidua_desktop.domain.self_reports import ReportLine


@pytest.fixture
def form(tmp_path: Path) -> Workbook:
    """A blank form."""
    ExcelFormWriter().write(unit_form(), tmp_path / "phiếu.xlsx")
    return load_workbook(tmp_path / "phiếu.xlsx")


@pytest.fixture
def slip(tmp_path: Path) -> Workbook:
    """A return slip, written by a writer that wrote a blank form before."""
    writer = ExcelFormWriter()
    writer.write(unit_form(unit_name="Đơn vị khác"), tmp_path / "phiếu.xlsx")
    writer.write_slip(return_slip(), tmp_path / "trả lại.xlsx")
    return load_workbook(tmp_path / "trả lại.xlsx")


def head_row(sheet: Worksheet) -> int:
    (row,) = [cells[0].row for cells in sheet.iter_rows() if cells[0].value == HEADERS[0]]
    assert isinstance(row, int)
    return row


def open_cells(sheet: Worksheet) -> list[str]:
    return [
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    ]


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def row_of(sheet: Worksheet, code: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == code and isinstance(cell.row, int))


def test_sheets_and_protection(form: Workbook) -> None:
    assert form.sheetnames == ["Hướng dẫn", "Tự chấm", "Kiến nghị", "_thidua"]
    assert [sheet.sheet_state for sheet in form.worksheets] == ["visible"] * 3 + ["veryHidden"]
    assert all(sheet.protection.sheet for sheet in form.worksheets)
    assert all(sheet.protection.password is None for sheet in form.worksheets)
    assert form.security is not None
    assert form.security.lockStructure
    assert form.active is form["Hướng dẫn"]


def test_only_the_answers_are_open(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    rows = [row_of(sheet, code) for code in ("ND1.1", "ND1.2", "ND2.1", "TH1")]
    assert open_cells(sheet) == [f"{column}{row}" for row in rows for column in "DEF"]
    assert open_cells(form["Kiến nghị"]) == ["A5", "A8"]
    assert open_cells(form["Hướng dẫn"]) == []
    assert open_cells(form["_thidua"]) == []


def test_the_table_has_the_titles_groups_and_maxima(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    head = head_row(sheet)
    assert tuple(cell.value for cell in sheet[head]) == HEADERS
    table = [
        tuple(cell.value for cell in row[:3])
        for row in sheet.iter_rows(min_row=head + 1, max_row=head + 8)
    ]
    assert [(code, maximum) for code, _, maximum in table] == [
        (None, 15),
        ("ND1.1", 10),
        ("ND1.2", 5),
        (None, 12.5),
        ("ND2.1", 12.5),
        (None, 5),
        ("TH1", 3),
        (None, 32.5),
    ]
    assert [text for code, text, _ in table if code is None] == [
        "Nhận thức, truyền thông",
        "Chính quyền số",
        "Điểm thưởng (tối đa 5 điểm)",
        "TỔNG CỘNG",
    ]
    assert table[2][1] == "Có kế hoạch triển khai phong trào (*)"
    assert "TR1" not in texts(sheet)


def test_nothing_but_codes_stands_under_the_title_of_codes(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    below = [cell.value for cell in sheet["A"][head_row(sheet) :]]
    assert [value for value in below if value] == ["ND1.1", "ND1.2", "ND2.1", "TH1"]


def test_the_total_follows_while_typing_and_caps_the_bonus(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    first, last, bonus = (row_of(sheet, code) for code in ("ND1.1", "ND2.1", "TH1"))
    total = next(row for row in sheet.iter_rows() if row[1].value == "TỔNG CỘNG")
    assert total[3].value == f"=SUM(D{first}:D{last})+MIN(5.00,SUM(D{bonus}:D{bonus}))"


def test_excel_checks_points_in_vietnamese(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule = rules[f"D{row_of(sheet, 'ND1.1')}"]
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == (
        "decimal",
        "between",
        "0",
        "10.00",
    )
    assert rule.prompt == "Số từ 0 đến 10.\nNăm trước: 8,5."
    assert rule.error is not None
    assert "từ 0 đến 10" in rule.error
    assert rules[f"D{row_of(sheet, 'ND2.1')}"].formula2 == "12.50"
    assert all(len(rule.error or "") <= 225 for rule in rules.values())
    assert all(len(rule.prompt or "") <= 255 for rule in rules.values())


def test_the_page_is_ready_to_print(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    head = head_row(sheet)
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.left.text == "Phiếu tự chấm năm 2026 - Trường Tiểu học Ví Dụ && Mầm non"
    assert sheet.oddFooter.right.text == "Trang &P/&N"
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value}
    assert fonts == {"Times New Roman"}


def test_long_criteria_get_the_height_that_they_need(form: Workbook) -> None:
    sheet = form["Tự chấm"]
    short = sheet.row_dimensions[row_of(sheet, "ND1.1")].height
    long = sheet.row_dimensions[row_of(sheet, "ND2.1")].height
    assert short is not None
    assert long is not None
    assert long > 2 * short


def test_the_guide_says_when_and_where_to_send(form: Workbook) -> None:
    steps = " ".join(texts(form["Hướng dẫn"]))
    assert "Phòng Văn hóa - Xã hội chậm nhất ngày 10/12/2026" in steps
    assert "Tự chấm" in steps


def test_a_form_without_due_day_bonus_or_areas(tmp_path: Path) -> None:
    criteria = unit_form().criteria
    bare = unit_form(
        due_on=None,
        areas={},
        points_note="",
        criteria=type(criteria)("a", criteria.criteria[:1], 500, 500),
    )
    ExcelFormWriter().write(bare, tmp_path / "phiếu.xlsx")
    book = load_workbook(tmp_path / "phiếu.xlsx")
    sheet = book["Tự chấm"]
    assert "chậm nhất" not in " ".join(texts(book["Hướng dẫn"]))
    assert not [text for text in texts(sheet) if text.startswith("Điểm thưởng")]
    assert row_of(sheet, "ND1.1") == head_row(sheet) + 1


def test_the_hidden_sheet_names_the_criteria(form: Workbook) -> None:
    rows = [tuple(cell.value for cell in row) for row in form["_thidua"].iter_rows(max_col=3)]
    assert rows[7:] == [
        ("criterion", "ND1.1", 1000),
        ("criterion", "ND1.2", 500),
        ("criterion", "ND2.1", 1250),
        ("criterion", "TH1", 300),
        ("criterion", "TR1", 300),
    ]


def test_a_slip_opens_only_the_faulty_cells(slip: Workbook) -> None:
    sheet = slip["Tự chấm"]
    row = row_of(sheet, "ND1.2")
    assert open_cells(sheet) == [f"D{row}", f"F{row}"]
    assert open_cells(slip["Kiến nghị"]) == []
    comment = sheet[f"D{row}"].comment
    assert comment is not None
    assert comment.text == "«tám rưỡi» không phải là số."
    assert sheet[f"D{row}"].border.left.style == "medium"
    assert sheet[f"E{row}"].comment is None


def test_points_of_a_slip_are_numbers_wherever_they_can_be(tmp_path: Path) -> None:
    answers = {code: ReportLine(code, None, "", "") for code in ("ND1.1", "ND1.2", "ND2.1", "TH1")}
    raw = {"ND1.1": "8,5", "ND1.2": "15", "ND2.1": "nhiều"}
    path = tmp_path / "trả lại.xlsx"
    ExcelFormWriter().write_slip(return_slip(answers=answers, raw_points=raw), path)
    sheet = load_workbook(path)["Tự chấm"]
    shown = [sheet.cell(row_of(sheet, code), 4).value for code in answers]
    assert shown == [8.5, 15, "nhiều", None]


def test_a_slip_says_what_to_mend_and_where(slip: Workbook) -> None:
    sheet = slip["Tự chấm"]
    assert any("còn 3 chỗ cần sửa" in text for text in texts(sheet))
    row = row_of(sheet, "ND1.2")
    guide = slip["Hướng dẫn"]
    listed = [tuple(cell.value for cell in cells) for cells in guide.iter_rows(max_col=4)]
    assert ("1.", f"D{row}", "ND1.2, Điểm tự chấm", "«tám rưỡi» không phải là số.") in listed
    assert ("2.", f"F{row}", "ND1.2, Minh chứng", "Tiêu chí này cần minh chứng.") in listed
    assert ("3.", None, "Cả phiếu", "Trang «Kiến nghị» đã bị sửa.") in listed
    link = next(c.hyperlink for c in guide["B"] if c.value == f"D{row}")
    assert link is not None
    assert link.location == f"'Tự chấm'!D{row}"


def test_nothing_of_the_form_before_is_left_in_the_next(slip: Workbook) -> None:
    assert slip.sheetnames == ["Hướng dẫn", "Tự chấm", "Kiến nghị", "_thidua"]
    every = [text for sheet in slip.worksheets for text in texts(sheet)]
    assert not [text for text in every if "Đơn vị khác" in text]
    assert slip.properties.title == "Phiếu tự chấm năm 2026 - Trường Tiểu học Ví Dụ & Mầm non"
