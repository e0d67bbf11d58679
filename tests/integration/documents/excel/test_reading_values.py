"""What stands in the cells arrives as it was meant, under the cell names that people see."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import (
    codes,
    number_cell,
    read_bytes,
    text_cell,
    workbook,
)
from thidua_desktop.application.grids import CellFault, SheetGrid
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.domain.reasons import Severity

FILES = Path(__file__).parent / "files"


def read_rows(folder: Path, rows: str, **more: str) -> SheetGrid:
    grid = read_bytes(folder, workbook(rows, **more))  # type: ignore[arg-type]
    assert grid.is_readable
    return grid.sheets[0]


def test_the_grid_starts_at_a1_though_the_table_does_not(tmp_path: Path) -> None:
    sheet = read_rows(tmp_path, f'<row r="15">{number_cell("D15", "8.5")}</row>')
    assert sheet.value(14, 3) == 8.5
    assert len(sheet.rows) == 15
    assert {len(row) for row in sheet.rows} == {4}


def test_numbers_are_whole_where_they_are_whole(tmp_path: Path) -> None:
    cells = [("A1", "8"), ("B1", "8.5"), ("C1", "1e300"), ("D1", "-0.0"), ("E1", "100000000000")]
    sheet = read_rows(tmp_path, f'<row r="1">{"".join(number_cell(*c) for c in cells)}</row>')
    assert sheet.rows[0] == (8, 8.5, 1e300, 0, 100_000_000_000)
    assert [type(value) for value in sheet.rows[0]] == [int, float, float, int, int]


def test_text_is_composed_and_rid_of_what_nobody_sees(tmp_path: Path) -> None:
    spelled = unicodedata.normalize("NFD", "Đặng Thùy Trâm")
    cells = [spelled, "a_x0007_b", "a\u200bb\u202e", "dòng 1\r\ndòng 2", "   ", "\ufeffmã"]
    xml = "".join(text_cell(f"{'ABCDEF'[n]}1", text) for n, text in enumerate(cells))
    sheet = read_rows(tmp_path, f'<row r="1">{xml}</row>')
    assert sheet.rows[0] == ("Đặng Thùy Trâm", "ab", "ab", "dòng 1\ndòng 2", None, "mã")


def test_truth_values_stay_truth_values(tmp_path: Path) -> None:
    sheet = read_rows(tmp_path, '<row r="1"><c r="A1" t="b"><v>1</v></c></row>')
    assert sheet.rows == ((True,),)


def test_a_formula_without_its_value_is_never_blank_or_zero(tmp_path: Path) -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v></v></c><c r="B1"><f>1+1</f><v/></c><c r="C1"><f>1+1</f></c>'
        '<c r="D1"><f t="shared" si="0"/></c><c r="E1"><f>1+1</f><v>2</v></c>'
        '<c r="F1" t="str"><f>""</f><v></v></c><c r="G1" s="3"/>'
    )
    lacks = CellFault.FORMULA_WITHOUT_VALUE
    sheet = read_rows(tmp_path, f'<row r="1">{cells}</row>')
    assert sheet.rows == ((lacks, lacks, lacks, lacks, 2),)


def test_formulas_are_found_under_a_namespace_prefix_too(tmp_path: Path) -> None:
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row r="2"><x:c r="B2"><x:f>A1</x:f></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    grid = read_bytes(tmp_path, workbook("", parts={"xl/worksheets/sheet1.xml": xml}))
    assert grid.sheets[0].value(1, 1) is CellFault.FORMULA_WITHOUT_VALUE


@pytest.mark.parametrize(
    "error",
    ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"],
)
def test_error_values_are_told_with_their_cell(tmp_path: Path, error: str) -> None:
    cell = f'<c r="B3" t="e"><f>A1</f><v>{error}</v></c>'
    sheet = read_rows(tmp_path, f'<row r="3">{number_cell("A3", "1")}{cell}</row>')
    assert sheet.value(2, 1) is CellFault.EXCEL_ERROR


def test_merged_ranges_and_hidden_rows_are_told(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{text_cell("A1", "Điểm")}</row>'
        f'<row r="2" ht="0" hidden="1">{number_cell("B2", "1")}</row>'
        f'<row r="3" hidden="true">{number_cell("B3", "2")}</row>'
        f'<row r="4" hidden="false">{number_cell("B4", "3")}</row>'
    )
    after = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    sheet = read_rows(tmp_path, rows, after=after)
    assert sheet.merged == ((0, 0, 0, 1),)
    assert sheet.hidden_rows == {1, 2}


@pytest.mark.parametrize("claim", ["A1", "A1:A1", "A1:XFD1048576"])
def test_a_dimension_that_lies_changes_nothing(tmp_path: Path, claim: str) -> None:
    rows = "".join(f'<row r="{n}">{number_cell(f"A{n}", str(n))}</row>' for n in range(1, 31))
    sheet = read_rows(tmp_path, rows, before=f'<dimension ref="{claim}"/>')
    assert [row[0] for row in sheet.rows] == list(range(1, 31))
    assert len(sheet.rows[0]) == 1


def test_a_stray_cell_far_below_ends_the_table_and_is_told(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{number_cell("A1", "1")}</row>'
        f'<row r="502">{number_cell("A502", "2")}</row>'
        f'<row r="1100">{number_cell("C1100", "3")}</row>'
    )
    grid = read_bytes(tmp_path, workbook(rows))
    assert len(grid.sheets[0].rows) == 502
    assert len(grid.sheets[0].rows[0]) == 1
    (issue,) = grid.issues
    assert (issue.code, issue.severity) == ("rows_after_gap_ignored", Severity.WARNING)
    assert issue.data == {"row": 1100, "last": 502}


def test_macros_and_links_are_left_alone_and_told(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<x/>",
    }
    data = workbook(f'<row r="1">{number_cell("A1", "1")}</row>', parts=parts)
    grid = read_bytes(tmp_path, data, "có macro.xlsm")
    assert codes(grid) == ["macros_ignored", "external_links"]
    assert {issue.severity for issue in grid.issues} == {Severity.NOTE}
    assert grid.sheets[0].rows == ((1,),)


def test_an_odd_title_is_read_as_people_see_it(tmp_path: Path) -> None:
    data = workbook(f'<row r="1">{number_cell("A1", "1")}</row>', title="Trường &amp; trạm")
    assert read_bytes(tmp_path, data).sheets[0].title == "Trường & trạm"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = workbook("")
    assert read_bytes(tmp_path, data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("suffix", ["xls", "ods", "xlsx"])
def test_the_same_list_in_three_formats(suffix: str) -> None:
    (grid,) = GuardedWorkbookReader().read([FILES / f"danh-sach.{suffix}"])
    listed, hidden = grid.sheets
    assert (listed.title, listed.visible, hidden.title, hidden.visible) == (
        "Danh sách",
        True,
        "Ẩn",
        False,
    )
    assert listed.rows[:3] == (
        ("STT", "Tên đơn vị", "Ngày"),
        (1, "Trường Tiểu học Ví Dụ", dt.date(2026, 1, 5)),
        (2.5, "Trạm Y tế Ví Dụ", None),
    )
    assert listed.value(3, 0) is CellFault.EXCEL_ERROR
    assert listed.hidden_rows == {2}
    assert codes(grid) == []
    assert listed.merged == (() if suffix == "ods" else ((6, 0, 6, 1),))


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Mã;Điểm\nND1;8,5\n", "utf-8-sig", (("Mã", "Điểm"), ("ND1", "8,5"))),
        ("Mã,Điểm\nND1,8.5\n", "utf-8", (("Mã", "Điểm"), ("ND1", "8.5"))),
        ("Mã\tĐiểm\r\n007\t8\r\n", "utf-16", (("Mã", "Điểm"), ("007", "8"))),
        ('a;"b;\nc"\n', "utf-8", (("a", "b;\nc"),)),
        (
            "Danh sách, năm 2026\nA;B;C\n1;2\n",
            "utf-8",
            (("Danh sách, năm 2026", None, None), ("A", "B", "C"), ("1", "2", None)),
        ),
    ],
)
def test_csv_in_the_shapes_that_offices_send(
    tmp_path: Path, text: str, encoding: str, expected: tuple[tuple[str | None, ...], ...]
) -> None:
    grid = read_bytes(tmp_path, text.encode(encoding), "danh sách.csv")
    assert codes(grid) == []
    assert grid.sheets[0].rows == expected


def test_csv_in_the_old_code_page_is_read_and_doubted(tmp_path: Path) -> None:
    data = unicodedata.normalize("NFD", "Phòng Văn").encode("cp1258", errors="ignore")
    grid = read_bytes(tmp_path, data + b";1", "cũ.csv")
    assert codes(grid) == ["csv_old_encoding"]
    assert grid.sheets[0].rows[0][1] == "1"
