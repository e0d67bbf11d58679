"""The province's workbook: official, typed, ready to be printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook, load_workbook

from thidua_desktop.application.practice import PRACTICE_WORDS
from thidua_desktop.application.summary import (
    ColumnKind,
    ProvinceSummary,
    SummaryColumn,
    SummarySheet,
)
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.documents.excel.summary_writer import ExcelSummaryWriter

COLUMNS = (
    SummaryColumn("STT", 5, ColumnKind.COUNT),
    SummaryColumn("Tên đơn vị", 36),
    SummaryColumn("Tự chấm", 9, ColumnKind.POINTS, "Điểm"),
    SummaryColumn("Thẩm định", 9, ColumnKind.POINTS, "Điểm"),
    SummaryColumn("Tiền thưởng", 14, ColumnKind.MONEY),
    SummaryColumn("Ngày nộp", 12, ColumnKind.DATE),
)
ROWS = (
    ("Phòng, ban",),
    (1, "Phòng Ví Dụ", 8725, 10000, 1_520_000, dt.date(2026, 12, 5)),
    (2, "Trạm Ví Dụ", None, 0, None, None),
)
TOTAL = (None, "Tổng cộng", 8725, 10000, 1_520_000, None)


def summary(*sheets: SummarySheet) -> ProvinceSummary:
    return ProvinceSummary(
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
        "Ví Dụ, ngày 05 tháng 12 năm 2026",
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        sheets,
        "Dữ liệu ab12 & thao tác 45",
    )


def sheet(title: str = "Biểu 01", **changes: object) -> SummarySheet:
    fields: dict[str, object] = {
        "title": title,
        "heading": "TỔNG HỢP KẾT QUẢ",
        "sub_heading": "Năm 2026",
        "columns": COLUMNS,
        "rows": ROWS,
        "total": TOTAL,
        "notes": ("Điểm tối đa là đề xuất.",),
    }
    return SummarySheet(**{**fields, **changes})  # type: ignore[arg-type]


def written(folder: Path, *sheets: SummarySheet) -> Workbook:
    ExcelSummaryWriter().write(summary(*sheets), folder / "biểu.xlsx")
    return load_workbook(folder / "biểu.xlsx")


def test_every_sheet_of_practice_data_says_so(tmp_path: Path) -> None:
    made = replace(summary(sheet(), sheet("Biểu 02")), mark=f"{PRACTICE_WORDS}. Dữ liệu ab12")
    ExcelSummaryWriter().write(made, tmp_path / "b.xlsx")
    for page in load_workbook(tmp_path / "b.xlsx").worksheets:
        assert PRACTICE_WORDS in [row[0].value for row in page.iter_rows()]
        assert PRACTICE_WORDS in str(page.HeaderFooter.oddFooter)
    real = [row for page in written(tmp_path, sheet()).worksheets for row in page.iter_rows()]
    assert PRACTICE_WORDS not in [row[0].value for row in real]


def test_values_keep_their_kinds(tmp_path: Path) -> None:
    book = written(tmp_path, sheet())
    table = {row[1].value: row for row in book.active.iter_rows()}  # type: ignore[union-attr]
    row = table["Phòng Ví Dụ"]
    assert [cell.value for cell in row] == [
        1,
        "Phòng Ví Dụ",
        87.25,
        100,
        1_520_000,
        dt.datetime(2026, 12, 5),  # noqa: DTZ001 - a cell knows no time zone
    ]
    assert [cell.number_format for cell in row[2:]] == [
        "General",
        "General",
        "#,##0",
        "dd/mm/yyyy",
    ]
    assert [cell.value for cell in table["Trạm Ví Dụ"]] == [2, "Trạm Ví Dụ", None, 0, None, None]
    assert table["Tổng cộng"][2].font.bold


def test_heads_stand_over_their_columns(tmp_path: Path) -> None:
    page = written(tmp_path, sheet())["Biểu 01"]
    head = next(row[2] for row in page.iter_rows() if row[2].value == "Điểm").row
    assert isinstance(head, int)
    merged = {str(area) for area in page.merged_cells.ranges}
    assert {f"C{head}:D{head}", f"A{head}:A{head + 1}", f"F{head}:F{head + 1}"} <= merged
    assert page.cell(head + 1, 4).value == "Thẩm định"
    assert page.freeze_panes == f"A{head + 2}"
    assert page.print_title_rows == f"${head}:${head + 1}"
    assert page.auto_filter.ref == f"A{head + 1}:F{head + 4}"


def test_the_page_is_ready_to_print(tmp_path: Path) -> None:
    page = written(tmp_path, sheet())["Biểu 01"]
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == page.PAPERSIZE_A4
    assert page.oddFooter is not None
    assert page.oddFooter.left.text == "Dữ liệu ab12 && thao tác 45"
    assert page.oddFooter.right.text == "Trang &P/&N"
    texts = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    for expected in (
        "XÃ VÍ DỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Phòng, ban",
        "Điểm tối đa là đề xuất.",
    ):
        assert expected in texts
    assert texts[-1] == "Ví Dụ, ngày 05 tháng 12 năm 2026\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"


def test_the_signature_stands_in_one_row_so_that_no_page_end_parts_it(tmp_path: Path) -> None:
    signed = replace(summary(sheet()), signer="Nguyễn Văn Mẫu")
    path = tmp_path / "bieu.xlsx"
    ExcelSummaryWriter().write(signed, path)
    page = load_workbook(path)["Biểu 01"]
    texts = [cell for row in page.iter_rows() for cell in row if cell.value]
    block = texts[-1]
    assert str(block.value).splitlines()[0] == "Ví Dụ, ngày 05 tháng 12 năm 2026"
    assert str(block.value).splitlines()[-1] == "Nguyễn Văn Mẫu"
    assert page.row_dimensions[block.row].height > 100


def test_a_sheet_without_rows_says_so_and_has_no_filter(tmp_path: Path) -> None:
    page = written(tmp_path, sheet(rows=(), total=(), empty_note="Không có đề nghị nào."))[
        "Biểu 01"
    ]
    assert page.auto_filter.ref is None
    assert "Không có đề nghị nào." in [cell.value for cell in page["A"]]


def test_titles_that_excel_refuses_are_made_fit(tmp_path: Path) -> None:
    long = "Danh sách tập thể: đề nghị khen thưởng/2026"
    book = written(tmp_path, sheet(long), sheet(long.upper()), sheet("?"))
    assert book.sheetnames[0] == "Danh sách tập thể  đề nghị khen"
    assert book.sheetnames[1].endswith("(2)")
    assert book.sheetnames[2] == "Biểu"
    assert all(len(title) <= 31 for title in book.sheetnames)


def test_a_narrow_table_leaves_room_for_the_country_name(tmp_path: Path) -> None:
    columns = (SummaryColumn("STT", 5), SummaryColumn("Tên", 40), SummaryColumn("Ghi chú", 20))
    page = written(tmp_path, sheet(columns=columns, rows=(("1", "a", "b"),), total=()))["Biểu 01"]
    country = next(c for c in page[1] if str(c.value).startswith("CỘNG HÒA"))
    assert country.coordinate == "B1"
    assert country.alignment.shrink_to_fit


def test_our_own_reader_takes_it(tmp_path: Path) -> None:
    written(tmp_path, sheet(), sheet("Biểu 02"))
    (grid,) = GuardedWorkbookReader().read([tmp_path / "biểu.xlsx"])
    assert grid.issues == ()
    assert [read.title for read in grid.sheets] == ["Biểu 01", "Biểu 02"]
