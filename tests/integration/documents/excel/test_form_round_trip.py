"""A form goes out, is filled in, and comes back with every answer under its cell name."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.integration.documents.excel.builders import number_cell, text_cell, workbook
from tests.integration.documents.excel.sample_forms import return_slip, unit_form
from thidua_desktop.application.collecting.slip_cells import with_open_cells_only
from thidua_desktop.application.forms.returned_form import RawForm, read_form
from thidua_desktop.application.forms.unit_form import (
    HEADERS,
    IDENTITY_KEYS,
    IDENTITY_SHEET,
    SCORE_SHEET,
)
from thidua_desktop.application.grids import CellFault, WorkbookGrid
from thidua_desktop.documents.excel.form_writer import ExcelFormWriter
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.documents.excel.sample_answers import SampleAnswer, fill_form

ANSWERS: dict[str, SampleAnswer] = {
    "ND1.1": (925, "Đã tổ chức 3 buổi.", "Báo cáo 12/BC"),
    "ND1.2": ("4,5", "", "Kế hoạch 02/KH"),
    "ND2.1": (None, "Chưa có số liệu", ""),
    "TH1": (300, "", ""),
}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A form that a unit filled in."""
    blank, filled = tmp_path / "phiếu.xlsx", tmp_path / "phiếu đã điền (1).xlsx"
    ExcelFormWriter().write(unit_form(), blank)
    fill_form(blank, filled, ANSWERS, "Thiếu máy tính", "Mô hình «Gia sư số»")
    return filled


def grid_of(path: Path) -> WorkbookGrid:
    (grid,) = GuardedWorkbookReader().read([path])
    return grid


def form_in(path: Path) -> RawForm:
    form = read_form(grid_of(path))
    assert form is not None
    return form


def points_by_code(form: RawForm) -> dict[str, object]:
    return {line.code: line.points for line in form.lines}


def test_every_answer_comes_back(filled: Path) -> None:
    form = form_in(filled)
    assert form.issues == ()
    assert form.sheet == "Tự chấm"
    assert form.identity == {
        "form_id": "f0e1d2c3b4a59687",
        "dataset": "ds-01",
        "cycle": "2026-annual",
        "unit": "DV007",
        "version": "2",
        "check_code": "a1b2c3",
        "layout": "1",
    }
    assert tuple(form.identity) == IDENTITY_KEYS
    assert points_by_code(form) == {"ND1.1": 9.25, "ND1.2": "4,5", "ND2.1": None, "TH1": 3}
    assert [line.explanation for line in form.lines] == [
        "Đã tổ chức 3 buổi.",
        None,
        "Chưa có số liệu",
        None,
    ]
    assert form.lines[0].evidence == "Báo cáo 12/BC"
    assert (form.requests, form.highlights) == ("Thiếu máy tính", "Mô hình «Gia sư số»")


def test_the_cells_are_the_ones_that_excel_shows(filled: Path) -> None:
    sheet = load_workbook(filled)["Tự chấm"]
    for line in form_in(filled).lines:
        assert sheet[line.code_cell].value == line.code
        assert sheet[line.explanation_cell].value == line.explanation
        assert sheet[line.points_cell].column_letter == "D"
        assert sheet[line.evidence_cell].column_letter == "F"


def test_a_blank_form_reads_as_unanswered(tmp_path: Path) -> None:
    ExcelFormWriter().write(unit_form(), tmp_path / "trắng.xlsx")
    form = form_in(tmp_path / "trắng.xlsx")
    assert set(points_by_code(form).values()) == {None}
    assert (form.requests, form.highlights) == ("", "")


def test_rows_above_columns_moved_and_sheets_renamed_are_found_again(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book["Tự chấm"]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(1, amount=3)
    sheet.insert_cols(1)
    sheet.title = "TU CHAM (2)"
    book["Kiến nghị"].title = "Ý kiến"
    book[IDENTITY_SHEET].title = "Sheet4"
    book.save(filled)
    form = form_in(filled)
    assert form.issues == ()
    assert form.sheet == "TU CHAM (2)"
    assert points_by_code(form) == {"ND1.1": 9.25, "ND1.2": "4,5", "ND2.1": None, "TH1": 3}
    assert form.lines[0].points_cell.startswith("E")
    assert form.requests == "Thiếu máy tính"


def test_titles_are_found_without_marks_and_in_capitals(filled: Path) -> None:
    book = load_workbook(filled)
    for row in book["Tự chấm"].iter_rows():
        if row[0].value == "Mã":
            for cell, title in zip(
                row,
                ("MÃ", "Noi dung", "max", "DIEM TU CHAM ", "thuyết  minh", "Minh Chứng"),
                strict=True,
            ):
                cell.value = title
    book.save(filled)
    assert points_by_code(form_in(filled))["ND1.1"] == 9.25


def test_a_formula_typed_into_points_is_told(tmp_path: Path, filled: Path) -> None:
    target = tmp_path / "công thức.xlsx"
    fill_form(filled, target, {"ND1.1": ("=5+4", "", "")})
    assert points_by_code(form_in(target))["ND1.1"] is CellFault.FORMULA_WITHOUT_VALUE


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        (IDENTITY_SHEET, "form_identity_missing"),
        ("Tự chấm", "form_sheet_missing"),
    ],
)
def test_a_lost_sheet_is_told(filled: Path, lost: str, code: str) -> None:
    book = load_workbook(filled)
    del book[lost]
    book.save(filled)
    assert [issue.code for issue in form_in(filled).issues] == [code]


def test_a_lost_header_is_told_with_its_sheet(filled: Path) -> None:
    book = load_workbook(filled)
    for row in book["Tự chấm"].iter_rows():
        if row[0].value == HEADERS[0]:
            row[3].value = "Điểm"
    book.save(filled)
    form = form_in(filled)
    assert [(issue.code, issue.sheet) for issue in form.issues] == [
        ("form_header_missing", "Tự chấm")
    ]
    assert form.lines == ()


def test_a_stranger_is_no_form(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "STT")}{number_cell("B1", "1")}</row>'
    (tmp_path / "lạ.xlsx").write_bytes(workbook(rows))
    assert read_form(grid_of(tmp_path / "lạ.xlsx")) is None


def test_a_slip_comes_back_as_the_same_form(tmp_path: Path) -> None:
    path = tmp_path / "phiếu trả lại.xlsx"
    ExcelFormWriter().write_slip(return_slip(), path)
    form = form_in(path)
    assert form.issues == ()
    assert form.identity["form_id"] == "f0e1d2c3b4a59687"
    assert points_by_code(form) == {"ND1.1": 9.25, "ND1.2": "tám rưỡi", "ND2.1": 12.5, "TH1": None}
    assert form.lines[1].explanation == "=Có kế hoạch"
    assert form.requests == "Đề nghị hỗ trợ đường truyền."


def test_of_a_slip_only_the_open_cells_count_and_changes_elsewhere_are_told(tmp_path: Path) -> None:
    path = tmp_path / "phieu-tra-lai.xlsx"
    ExcelFormWriter().write_slip(return_slip(), path)
    book = load_workbook(path)
    sheet = book[SCORE_SHEET]
    rows = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    rows["ND1.2"][3].value = 4.5
    rows["ND1.1"][3].value = 10
    rows["ND2.1"][4].value = "Đạt 100%."
    book.save(path)
    raw = read_form(grid_of(path))
    assert raw is not None
    settled = with_open_cells_only(raw)
    lines = {line.code: line for line in settled.lines}
    assert lines["ND1.2"].points == 4.5
    assert lines["ND1.1"].points != 10
    assert lines["ND2.1"].explanation == "Đạt 98%."
    told = {(i.data["criterion"], i.data["column"], i.data["seen"]) for i in settled.issues}
    assert told == {
        ("ND1.1", "Điểm tự chấm", "10"),
        ("ND2.1", "Thuyết minh", "Đạt 100%."),
    }
    assert {issue.cell for issue in settled.issues} == {
        lines["ND1.1"].points_cell,
        lines["ND2.1"].explanation_cell,
    }
    assert not any(issue.stops for issue in settled.issues)


def test_a_slip_that_was_only_mended_where_it_is_open_is_told_nothing(tmp_path: Path) -> None:
    path = tmp_path / "phieu-tra-lai.xlsx"
    ExcelFormWriter().write_slip(return_slip(), path)
    raw = read_form(grid_of(path))
    assert raw is not None
    assert len(raw.kept) == 3
    assert with_open_cells_only(raw).issues == ()
    assert with_open_cells_only(raw).lines == raw.lines


def test_a_form_that_is_no_slip_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "phieu.xlsx"
    ExcelFormWriter().write(unit_form(), path)
    raw = read_form(grid_of(path))
    assert raw is not None
    assert raw.kept == {}
    assert with_open_cells_only(raw) is raw
