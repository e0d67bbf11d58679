"""What two readers see differently is refused; what honest programs write never is."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from xlsxwriter import Workbook as WrittenWorkbook

from tests.integration.documents.excel.builders import read_bytes, workbook
from thidua_desktop.documents.excel import grid_reading
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook
from thidua_desktop.documents.excel.second_reading import counted_values, readers_agree
from thidua_desktop.documents.excel.xls_scan import scan_xls

FILES = Path(__file__).parent / "files"
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(dt.date(1930, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["", "8,5đ", "Đạt", "12", " "]),
)


def codes(folder: Path, data: bytes) -> list[str]:
    return [issue.code for issue in read_bytes(folder, data).issues]


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12))
def test_what_openpyxl_and_xlsxwriter_write_is_never_refused(rows: list[list[object]]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    buffer = io.BytesIO()
    other = io.BytesIO()
    written = WrittenWorkbook(other, {"default_date_format": "dd/mm/yyyy"})
    page = written.add_worksheet()
    for number, row in enumerate(rows):
        sheet.append(row)
        for column, value in enumerate(row):
            page.write(number, column, value)
    book.save(buffer)
    written.close()
    for data in (buffer.getvalue(), other.getvalue()):
        assert read_workbook(data, ".xlsx", CellCleaner()).sheets


@pytest.mark.parametrize(
    "rows",
    [
        # The same cell twice: one of the two would be lost.
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    ],
)
def test_what_one_reader_would_lose_is_refused(tmp_path: Path, rows: str) -> None:
    assert codes(tmp_path, workbook(rows)) == ["readers_disagree"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c s="1" r="A1"><v>1</v></c></row>',
        "<row r='1'><c r='A1' t='n' ><v>1.50</v></c></row>",
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t/></is></c><c r="B1" t="str"><v/></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Xóm</t></r><r><t> 1</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>gõ  t="s"  nhầm</t></is></c></row>',
    ],
)
def test_odd_but_honest_spellings_are_read(tmp_path: Path, rows: str) -> None:
    assert "readers_disagree" not in codes(tmp_path, workbook(rows))


def test_a_reader_that_drops_a_row_is_found_out() -> None:
    part = b'<c r="A1"><v>1</v></c><c r="A2"><v>2</v></c>'
    assert readers_agree(part, [[1.0], [2.0]])
    assert not readers_agree(b"<sheetData>" + part + b"</sheetData>", [[1.0]])
    assert not readers_agree(b"<sheetData>" + part + b"</sheetData>", [[1.0], [3.0]])


def test_a_reader_that_drops_a_row_of_words_is_found_out() -> None:
    cell = '<c r="A{0}" t="s"><v>{0}</v></c>'
    part = f"<sheetData>{''.join(map(cell.format, range(3)))}</sheetData>".encode()
    texts = "<sst><si><t/></si><si><t>Xóm 1</t></si><si><r><t>Xóm 2</t></r></si></sst>".encode()
    assert readers_agree(part, [[""], ["Xóm 1"], ["Xóm 2"]], texts)
    assert not readers_agree(part, [["Xóm 1"]], texts)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_other_formats_are_counted_too(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows from the third on are lost to the library."""
    data = (FILES / f"loi-va-an.{suffix}").read_bytes()
    assert read_workbook(data, suffix, CellCleaner()).sheets
    monkeypatch.setattr(grid_reading, "counted_values", lambda rows: counted_values(list(rows)[:2]))
    with pytest.raises(UnreadableWorkbook) as refused:
        read_workbook(data, suffix, CellCleaner())
    assert refused.value.remark.code == "readers_disagree"


def test_numbers_of_an_xls_in_all_their_spellings() -> None:
    """As LibreOffice writes them: short, long, many in a row, of formulas; and what is none."""
    (notes,) = scan_xls((FILES / "ty-le.xls").read_bytes()).sheets.values()
    assert notes.counted == (10, 13.275, None)


def test_the_refusal_stops_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_reading, "readers_agree", lambda *_: False)
    with pytest.raises(UnreadableWorkbook) as refused:
        read_workbook(workbook('<row r="1"><c r="A1"><v>1</v></c></row>'), ".xlsx", CellCleaner())
    assert refused.value.remark.code == "readers_disagree"
