"""Error cells and hidden rows of the other formats, which the library shows as plain."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import codes, read_bytes, workbook
from thidua_desktop.application.grids import CellFault
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.documents.excel.ods_scan import scan_ods
from thidua_desktop.documents.excel.xls_scan import scan_xls

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_the_same_in_three_formats(suffix: str) -> None:
    """#DIV/0!, #N/A, #NAME?, #VALUE!, #NUM!, #NULL! and #REF! stand in column F."""
    (grid,) = GuardedWorkbookReader().read([FILES / f"loi-va-an.{suffix}"])
    assert codes(grid) == []
    listed, other = grid.sheets
    assert (listed.hidden_rows, listed.hidden_columns) == (frozenset({2, 3}), frozenset({2}))
    assert (other.visible, other.hidden_rows) == (False, frozenset())
    assert {row[5] for row in listed.rows[1:]} == {CellFault.EXCEL_ERROR}
    assert [row[:4] for row in listed.rows[1:3]] == [
        (1, "Nguyễn Văn 1", 1981, "Xóm 1"),
        (2, "Nguyễn Văn 2", 1982, "Xóm 1"),
    ]
    assert [listed.value(1, 6), listed.value(3, 6)] == [dt.date(1980, 6, 15), 2]


TABLE = '<table:table table:name="Đơn vị &amp; xóm">{rows}</table:table>'


FORMULA = '<table:table-cell table:formula="of:=A1" office:value-type="string"'
ERRORS = ("#REF!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#DIV/0!", "Err:502")


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (f'{FORMULA} calcext:value-type="error"><text:p>#DIV/0!</text:p>', "excel_error"),
        *((f"{FORMULA}><text:p>{said}</text:p>", "excel_error") for said in ERRORS),
        ('<table:table-cell table:formula="of:=1+1">', "formula_without_value"),
        (f"{FORMULA}><text:p>Đạt</text:p>", ""),
        ('<table:table-cell office:value-type="string"><text:p>#N/A</text:p>', ""),
    ],
)
def test_faults_of_an_ods_by_its_own_marks(cell: str, fault: str) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="3"/>'
        f"{cell}</table:table-cell></table:table-row>"
    )
    [(title, notes)] = scan_ods(TABLE.format(rows=row).encode()).items()
    assert title == "Đơn vị & xóm"
    assert notes.faults == (((2, 3, fault),) if fault else ())


def test_filtered_rows_and_repeated_columns_of_an_ods() -> None:
    rows = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-row table:number-rows-repeated="3"/>'
        '<table:table-row table:visibility="filter" table:number-rows-repeated="2"/>'
        '<table:table-row table:visibility="collapse"/><table:table-row/>'
    )
    [notes] = scan_ods(TABLE.format(rows=rows).encode()).values()
    assert (notes.hidden_rows, notes.hidden_columns) == ((3, 4, 5), (2, 3))


def test_a_spoilt_xls_is_still_told_in_words(tmp_path: Path) -> None:
    whole = (FILES / "loi-va-an.xls").read_bytes()
    assert scan_xls(whole).sheets.keys() == {"DS", "Ẩn"}
    for cut in range(0, len(whole), 311):
        grid = read_bytes(tmp_path, whole[:cut], "cụt.xls")
        assert grid.is_readable or set(codes(grid)) <= {
            *("workbook_empty", "not_a_workbook", "workbook_unreadable"),
            "workbook_too_heavy",
        }, cut


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_share_is_read_as_its_sender_sees_it(suffix: str) -> None:
    """Who types «95%» leaves 0.95 behind; a «%» between quotes is only a letter."""
    (grid,) = GuardedWorkbookReader().read([FILES / f"ty-le.{suffix}"])
    (sheet,) = grid.sheets
    shown = [sheet.value(row, 1) for row in range(1, 8)]
    assert shown == ["95%", "95,5%", "7%", 8.5, 0.95, "100%", "25%"]
    assert [sheet.value(8, column) for column in (1, 2, 3)] == ["10%", "20%", 0.3]


def test_rows_and_columns_of_no_size_are_hidden(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2" customHeight="1" ht="0"><c r="A2"><v>3</v></c></row>'
        '<row r="3" customHeight="0" ht="10.5"><c r="A3"><v>4</v></c></row>'
    )
    cols = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
    grid = read_bytes(tmp_path, workbook(rows, before=cols))
    (sheet,) = grid.sheets
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({1}), frozenset({1}))
