"""Heads of several levels, tables beside the list, and rows that are too low for their text."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.province_forms.suggesting import suggest_profile
from thidua_desktop.application.province_workbooks.filling import (
    FilledArea,
    FilledSheet,
    WrittenValue,
)
from thidua_desktop.application.province_workbooks.profile import FormProfile
from thidua_desktop.documents.excel.province_form.writing import ExcelProvinceWorkbooks

WORKBOOKS = ExcelProvinceWorkbooks()
LIST = "Danh sách"


def suggested(path: Path) -> FormProfile:
    return suggest_profile(WORKBOOKS.open(path))


def opened(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path)[LIST]
    assert isinstance(sheet, Worksheet)
    return sheet


def _two_level(path: Path) -> Path:
    """A head of two levels whose upper words speak of more than one field."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = LIST
    for column, title in enumerate(("TT", "Tên đơn vị"), start=1):
        sheet.cell(3, column, title)
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    upper = {3: "Năm sinh", 5: "Kết quả bỏ phiếu", 7: "Đánh giá"}
    lower = ("Nam", "Nữ", "Số phiếu đồng ý", "Tỷ lệ %", "Xếp hạng", "Xếp loại")
    for column, title in upper.items():
        sheet.cell(3, column, title)
        sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + 1)
    for column, title in enumerate(lower, start=3):
        sheet.cell(4, column, title)
    workbook.save(path)
    return path


def test_under_a_shared_title_a_columns_own_words_decide(tmp_path: Path) -> None:
    (area,) = suggested(_two_level(tmp_path / "bieu.xlsx")).areas
    assert [column.field for column in area.columns] == [
        "number",
        "name",
        "birth_year_male",
        "birth_year_female",
        "votes_yes",
        "vote_share",
        "rank",
        "classification",
    ]


def _with_side_table(path: Path) -> Path:
    """A list beside which a little table counts it, with text that wraps in low rows."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = LIST
    titles = ("STT", "Tên tập thể, cá nhân", "Tóm tắt thành tích", "Hình thức đề nghị")
    for column, title in enumerate(titles, start=1):
        sheet.cell(2, column, title)
    for row in range(3, 9):
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True)
    sheet.column_dimensions["C"].width = 20
    sheet.row_dimensions[3].height = 15
    sheet.row_dimensions[4].height = 200
    sheet["F2"], sheet["F3"], sheet["F4"] = "Tổng hợp", "Tập thể", "Cá nhân"
    sheet["G3"] = '=COUNTIF(D3:D8,"Giấy khen")'
    sheet["G4"] = '=COUNTIF(B3:B8,"Ông*")'
    workbook.save(path)
    return path


def test_a_little_table_beside_the_list_is_left_alone(tmp_path: Path) -> None:
    path = _with_side_table(tmp_path / "bieu.xlsx")
    (area,) = suggested(path).areas
    assert (area.first_row, [column.column for column in area.columns]) == (2, [0, 1, 2, 3])
    rows: tuple[dict[int, WrittenValue], ...] = tuple({1: f"Ông {n}"} for n in range(5))
    out = tmp_path / "dien.xlsx"
    WORKBOOKS.write(path, (FilledSheet(LIST, (FilledArea(2, None, rows),)),), out)
    sheet = opened(out)
    assert sheet["G3"].value == '=COUNTIF(D3:D8,"Giấy khen")'
    assert [sheet.cell(row, 7).value for row in range(5, 9)] == [None] * 4


def test_a_row_becomes_as_high_as_its_text_and_never_lower(tmp_path: Path) -> None:
    path = _with_side_table(tmp_path / "bieu.xlsx")
    long = "Đã số hóa hồ sơ lưu trữ của các bộ phận. " * 4
    filled = FilledArea(2, None, ({2: long}, {2: long}, {2: long}, {2: "Ngắn"}))
    out = tmp_path / "dien.xlsx"
    WORKBOOKS.write(path, (FilledSheet(LIST, (filled,)),), out)
    heights = [opened(out).row_dimensions[row].height for row in (3, 4, 5, 6)]
    assert heights[0] == heights[2] > 90
    assert heights[1] == 200
    assert heights[3] is None
