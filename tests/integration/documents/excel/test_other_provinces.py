"""Workbooks of other provinces: found by their titles, filled, and everything else as it was."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.other_provinces import FORMS, LIST, Traits, make
from tests.province_files import changed_parts, parts
from thidua_desktop.application.province_forms.suggesting import suggest_profile
from thidua_desktop.application.province_workbooks.filling import (
    FilledArea,
    FilledSheet,
    WrittenValue,
)
from thidua_desktop.application.province_workbooks.profile import FormProfile, RowsOf
from thidua_desktop.documents.excel.province_form.writing import ExcelProvinceWorkbooks

WORKBOOKS = ExcelProvinceWorkbooks()
FIELDS = ["number", "name", "birth_year_male", "birth_year_female", "position", "unit_name"]
FIELDS += ["award", "subject_kind", "votes_yes", ""]
NAME, VOTES, MONEY = 1, 8, 9

ALL_TRAITS = [
    Traits(first, 4, has_foot=has_foot, is_two_level=two, list_by=by)
    for (first, two), has_foot, by in itertools.product(
        ((6, True), (9, False)), (True, False), ("range", "name", "inline", "table", "indirect")
    )
]


def suggested(path: Path) -> FormProfile:
    return suggest_profile(WORKBOOKS.open(path))


def _row(number: int) -> dict[int, WrittenValue]:
    return {0: number, NAME: f"=Nguyễn Văn {number} & <B>", 6: FORMS[1][0], VOTES: number}


def fill(path: Path, count: int, out: Path) -> Path:
    """Fill a workbook's one area with so many rows."""
    (area,) = suggested(path).areas
    rows = tuple(_row(number) for number in range(1, count + 1))
    filled = FilledArea(area.first_row, area.last_row, rows)
    WORKBOOKS.write(path, (FilledSheet(LIST, (filled,)),), out)
    return out


def opened(path: Path, *, values: bool = False) -> Worksheet:
    sheet = openpyxl.load_workbook(path, data_only=values)[LIST]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("traits", ALL_TRAITS, ids=str)
def test_columns_and_lists_are_found_whatever_the_workbook_is_like(
    traits: Traits, tmp_path: Path
) -> None:
    path = make(tmp_path / "bieu.xlsx", traits)
    profile = suggested(path)
    (area,) = profile.areas
    first = traits.first + (3 if traits.is_two_level else 1)
    assert (area.sheet, area.first_row) == (LIST, first - 1)
    assert area.last_row == (first - 1 + traits.rows - 1 if traits.has_foot else None)
    assert [column.field for column in area.columns] == FIELDS
    assert {(cell.field, cell.before) for cell in profile.cells} == {
        ("committee", "Đơn vị đề nghị: "),
        ("year", ""),
    }
    sheet = WORKBOOKS.open(path).sheet(LIST)
    assert sheet is not None
    rule = sheet.list_at(area.first_row, 6)
    assert rule is not None
    assert [entry.label for entry in rule.entries] == [words for words, _ in FORMS]


@pytest.mark.parametrize("count", [1, 4, 5, 60])
def test_rows_are_put_in_and_all_that_refers_to_them_follows(count: int, tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", Traits())
    sheet = opened(fill(path, count, tmp_path / "dien.xlsx"))
    last = 9 + max(4, count) - 1
    assert sheet.cell(9, 2).value == "=Nguyễn Văn 1 & <B>"
    assert sheet.cell(9, 2).data_type == "s"
    assert sheet.cell(last + 1, 2).value == "Tổng cộng"
    assert sheet.cell(last + 1, 10).value == f"=SUM(J9:J{last})"
    assert [str(d.sqref) for d in sheet.data_validations.dataValidation] == [
        f"G9:G{last}",
        f"H9:H{last}",
    ]
    assert [str(one.sqref) for one in sheet.conditional_formatting] == [f"I9:I{last}"]
    assert f"H{last + 4}:J{last + 4}" in {str(one) for one in sheet.merged_cells.ranges}
    assert sheet.cell(last + 1, 2).comment is not None
    assert sheet.print_area == f"'{LIST}'!$A$1:$J${last + 6}"
    for row in range(9, last + 1):
        assert sheet.cell(row, 10).value == f'=IF(I{row}="","",I{row}*1000)'
        assert sheet.cell(row, 3).border.left.style == "thin"
    assert sheet.protection.sheet


def test_rows_go_on_below_where_nothing_follows(tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", Traits(has_foot=False))
    sheet = opened(fill(path, 30, tmp_path / "dien.xlsx"))
    assert sheet.cell(38, 2).value == "=Nguyễn Văn 30 & <B>"
    assert sheet.cell(38, 10).value == '=IF(I38="","",I38*1000)'
    assert [str(d.sqref) for d in sheet.data_validations.dataValidation] == ["G9:G38", "H9:H38"]


@pytest.mark.parametrize("traits", ALL_TRAITS[::3], ids=str)
def test_where_rows_fit_only_the_cells_change(traits: Traits, tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", traits)
    out = fill(path, 3, tmp_path / "dien.xlsx")
    changed = changed_parts(path, out)
    assert changed <= {
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet3.xml",  # the sum over ours, with its value
    }
    old, new = parts(path)["xl/workbook.xml"], parts(out)["xl/workbook.xml"]
    assert new.replace(b' fullCalcOnLoad="1"', b"") == old.replace(b' fullCalcOnLoad="1"', b"")


@pytest.mark.parametrize("count", [3, 12])
def test_kept_values_are_those_that_the_formulas_come_to(count: int, tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", Traits())
    out = fill(path, count, tmp_path / "dien.xlsx")
    sheet = opened(out, values=True)
    last = 9 + max(4, count) - 1
    total = 1000 * sum(range(1, count + 1))
    assert [sheet.cell(9 + n, 10).value for n in range(3)] == [1000, 2000, 3000]
    assert (sheet.cell(last + 1, 9).value, sheet.cell(last + 1, 10).value) == (count, total)
    assert openpyxl.load_workbook(out, data_only=True)["Tổng hợp"]["A1"].value == total


@pytest.fixture(scope="module")
def office_program() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here")
    return program


def recalculated(program: str, folder: Path, files: Iterator[Path]) -> Path:
    """The files as LibreOffice saves them, all their formulas computed anew."""
    out = folder / "libreoffice"
    words = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    words += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
    subprocess.run([*words, *map(str, files)], check=True, capture_output=True, timeout=180)
    return out


def test_another_program_opens_them_and_comes_to_the_same(
    office_program: str, tmp_path: Path
) -> None:
    made = {}
    for number, (has_foot, count) in enumerate(itertools.product((True, False), (3, 12))):
        path = make(tmp_path / f"bieu-{number}.xlsx", Traits(has_foot=has_foot))
        made[number] = fill(path, count, tmp_path / f"dien-{number}.xlsx")
    out = recalculated(office_program, tmp_path, iter(made.values()))
    for path in made.values():
        ours, theirs = opened(path, values=True), opened(out / path.name, values=True)
        area = f"A1:J{ours.max_row}"
        said = [[cell.value or None for cell in row] for row in ours[area]]
        assert [[cell.value or None for cell in row] for row in theirs[area]] == said


def sheet_of(rows: Mapping[str, str | int], title: str = LIST) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for name, value in rows.items():
        sheet[name] = value
    return workbook


def test_titles_within_the_table_part_it_by_whom_they_name(tmp_path: Path) -> None:
    heads = {"A4": "TT", "B4": "Họ tên, đơn vị", "C4": "Thành tích", "D4": "Hình thức"}
    parted: dict[str, str | int] = {
        "A5": "I",
        "B5": "TẬP THỂ",
        "A6": 1,
        "A7": 2,
        "A8": "II",
        "B8": "CÁ NHÂN",
        "A9": 1,
    }
    foot = {"B11": "Tổng số: ...", "C13": "=COUNTA(B6:B7)+COUNTA(B9:B10)"}
    path, out = tmp_path / "bieu.xlsx", tmp_path / "dien.xlsx"
    sheet_of({**heads, **parted, **foot}).save(path)
    areas = suggested(path).areas
    assert [(area.first_row, area.last_row) for area in areas] == [(5, 6), (8, 9)]
    assert [area.subjects[0].value for area in areas] == ["collective", "individual"]
    rows = tuple({NAME: f"Dòng {n}"} for n in range(4))
    filled = tuple(FilledArea(area.first_row, area.last_row, rows) for area in areas)
    WORKBOOKS.write(path, (FilledSheet(LIST, filled),), out)
    sheet = opened(out)
    assert [sheet.cell(row, 2).value for row in (5, 9, 10, 14, 15)] == [
        *("TẬP THỂ", "Dòng 3", "CÁ NHÂN", "Dòng 3", "Tổng số: ...")
    ]
    assert sheet["C17"].value == "=COUNTA(B6:B9)+COUNTA(B11:B14)"


def test_code_columns_find_their_list_on_a_hidden_sheet(tmp_path: Path) -> None:
    heads = {"A5": "STT", "B5": "Họ đệm", "C5": "Tên", "D5": "Ngày sinh", "E5": "Mã danh hiệu"}
    workbook = sheet_of({**heads, "A6": 1, "B6": "Nguyễn Văn", "C6": "A"}, "CANHAN")
    hidden = workbook.create_sheet("dm_danhhieu")
    hidden.sheet_state = "veryHidden"
    for row, values in enumerate((("Mã", "Tên"), ("01", "Giấy khen"), ("02", "Bằng khen")), 1):
        hidden.cell(row, 1, values[0])
        hidden.cell(row, 2, values[1])
    guide = workbook.create_sheet("Hướng dẫn")
    guide["A1"], guide["B1"] = "STT", "Tên tập thể"
    path = tmp_path / "bieu.xlsx"
    workbook.save(path)
    (area,) = suggested(path).areas
    column = area.column(4)
    assert column is not None
    assert (column.field, column.writes_code) == ("award", True)
    catalogue = WORKBOOKS.open(path).catalogue(column.catalogue)
    assert catalogue is not None
    assert ("Giấy khen", "01") in [(entry.label, entry.code) for entry in catalogue.entries]
    assert [kind.value for kind in area.subjects] == ["individual"]


def prefixed(part: bytes) -> bytes:
    """A sheet as some programs write it, each element with a prefix."""
    part = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", part)
    return part.replace(b"xmlns=", b"xmlns:x=")


def test_macros_prefixes_and_pictures_stay_as_they_are(tmp_path: Path) -> None:
    plain = tmp_path / "bieu.xlsx"
    sheet_of({"A1": "STT", "B1": "Tên tập thể", "C1": "Danh hiệu thi đua"}).save(plain)
    odd = tmp_path / "bieu.xlsm"
    with zipfile.ZipFile(odd, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(plain).items():
            is_sheet = name.startswith("xl/worksheets/sheet")
            archive.writestr(name, prefixed(part) if is_sheet else part)
        archive.writestr("xl/vbaProject.bin", b"\x00macro")
        archive.writestr("xl/media/image1.png", b"\x89PNG logo")
    template = WORKBOOKS.open(odd)
    assert (template.suffix, [note.code for note in template.notes]) == (
        ".xlsm",
        ["province_form_macros_kept"],
    )
    out = tmp_path / "dien.xlsm"
    filled = FilledArea(1, None, ({0: 1, 1: "+Đội A & B", 2: None}, {0: 2, 1: "0912", 2: "x"}))
    WORKBOOKS.write(odd, (FilledSheet(LIST, (filled,)),), out)
    assert changed_parts(odd, out) == {"xl/worksheets/sheet1.xml"}
    with zipfile.ZipFile(out) as archive:
        assert archive.read("xl/vbaProject.bin") == b"\x00macro"
    sheet = openpyxl.load_workbook(out)[LIST]
    assert [[cell.value for cell in row] for row in sheet["A2:C3"]] == [
        [1, "+Đội A & B", None],
        [2, "0912", "x"],
    ]


def test_days_are_days_where_the_cell_shows_days(tmp_path: Path) -> None:
    workbook = sheet_of({"A1": "STT", "B1": "Tên tập thể", "C1": "Ngày quyết định"})
    sheet = workbook[LIST]
    sheet["C2"].number_format = "dd/mm/yyyy"
    sheet["D2"].number_format = "@"
    path, out = tmp_path / "bieu.xlsx", tmp_path / "dien.xlsx"
    workbook.save(path)
    day = dt.date(2026, 12, 20)
    row: dict[int, WrittenValue] = {1: day, 2: day, 3: 92}
    WORKBOOKS.write(path, (FilledSheet(LIST, (FilledArea(1, None, (row,)),)),), out)
    sheet = openpyxl.load_workbook(out)[LIST]
    values = [cell.value for cell in sheet[2]]
    assert values[1:] == ["20/12/2026", dt.datetime(2026, 12, 20), "92"]  # noqa: DTZ001


def test_a_list_says_what_its_title_leaves_open(tmp_path: Path) -> None:
    """«Loại đối tượng» with a list of kinds takes kinds; codes find the words beside them."""
    heads = {"A3": "Tên đơn vị trình", "B3": "Loại đối tượng", "C3": "Tên đối tượng"}
    heads |= {"D3": "Đơn vị", "E3": "Mã hình thức", "F3": "Tổng số thành viên"}
    workbook = sheet_of(heads, LIST)
    lists = workbook.create_sheet("DanhMuc")
    for row, words in enumerate((("GK", "Giấy khen"), ("BK", "Bằng khen")), 1):
        lists.cell(row, 1, words[0])
        lists.cell(row, 2, words[1])
    kinds = DataValidation(type="list", formula1='"Tập thể,Cá nhân,Hộ gia đình"')
    workbook[LIST].add_data_validation(kinds)
    kinds.add("B4:B30")
    path = tmp_path / "bieu.xlsx"
    workbook.save(path)

    (area,) = suggested(path).areas

    assert [column.field for column in area.columns] == [
        *("committee", "subject_kind", "name", "unit_name", "award", "members_total")
    ]
    assert area.columns[4].writes_code


def test_units_are_named_by_the_only_column_that_can_name_them(tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    sheet_of({"A1": "STT", "B1": "Đơn vị", "C1": "Điểm tự chấm", "D1": "Xếp loại"}).save(path)

    (area,) = suggested(path).areas

    assert [column.field for column in area.columns[:2]] == ["number", "name"]
    assert area.rows_of is RowsOf.UNITS


def test_a_table_of_figures_is_no_list_of_anybody(tmp_path: Path) -> None:
    heads = {"B1": "Số tập thể đề nghị:", "B2": "Tổng số đơn vị đã báo cáo:"}
    titles = ("STT", "Chỉ tiêu", "Tổng số", "Tập thể", "Cá nhân", "Hộ gia đình", "Nữ")
    heads |= {f"{letter}5": title for letter, title in zip("ABCDEFG", titles, strict=True)}
    path = tmp_path / "bieu.xlsx"
    sheet_of(heads).save(path)

    profile = suggested(path)

    assert profile.areas == ()
    assert [cell.field for cell in profile.cells] == ["proposals_collective", "units_reported"]


def test_a_list_of_what_was_given_takes_decided_awards(tmp_path: Path) -> None:
    """A number of decision and money beside each name: proposals have neither."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for column, title in enumerate(
        ("STT", "Tên đơn vị, họ và tên", "Số quyết định", "Mức thưởng (đồng)"), start=1
    ):
        sheet.cell(5, column, title)
    path = tmp_path / "ket-qua.xlsx"
    workbook.save(path)
    (area,) = suggest_profile(WORKBOOKS.open(path)).areas
    assert area.rows_of is RowsOf.DECIDED


def test_shares_and_women_are_known_by_the_title_above(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.merge_cells("B4:C4")
    titles = {"A4": "Tên tập thể, cá nhân", "B4": "Kết quả bình xét của Hội đồng"}
    titles |= {"B5": "Số phiếu đồng ý", "C5": "Tỷ lệ %", "D4": "Trong đó nữ"}
    for cell, title in titles.items():
        sheet[cell] = title
    path = tmp_path / "hai-tang.xlsx"
    workbook.save(path)
    (area,) = suggest_profile(WORKBOOKS.open(path)).areas
    assert [column.field for column in area.columns] == [
        "name",
        "votes_yes",
        "vote_share",
        "people_female",
    ]
