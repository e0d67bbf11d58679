"""An .xlsb is known as well as an .xlsx: its errors, its shares, what is hidden, what lies far."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.integration.documents.excel.binary_book import (
    binary_workbook,
    cell,
    error,
    hidden_column,
    number,
    row,
    short_number,
    text,
)
from tests.integration.documents.excel.builders import codes, read_bytes
from thidua_desktop.application.grids import CellFault
from thidua_desktop.documents.excel import grid_reading
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook
from thidua_desktop.documents.excel.second_reading import counted_values

KNOWN = {"other_format_read", "workbook_unreadable", "readers_disagree", "sheet_too_large"}
ROWS = (
    *(row(0), text(0, "Mã"), text(1, "Điểm")),
    *(row(1), text(0, "ND1"), number(1, 8.5)),
    *(row(2, hidden=True), text(0, "ND2"), short_number(1, 9)),
    *(row(3), text(0, "ND3"), error(1)),
    *(row(4), text(0, "ND4"), number(1, 0.95, style=1)),
    *(row(5), text(0, "ND5"), cell(11, 1, b"\x17" + bytes(10))),
    *(row(6), text(0, "ND6"), cell(9, 1, struct.pack("<d", 0.5) + bytes(10))),
)


def test_cells_and_what_is_hidden(tmp_path: Path) -> None:
    grid = read_bytes(tmp_path, binary_workbook(b"".join(ROWS), hidden_column(1)), "phieu.xlsb")
    assert codes(grid) == []
    (sheet,) = grid.sheets
    assert [one[1] for one in sheet.rows[1:]] == [
        *(8.5, 9, CellFault.EXCEL_ERROR, "95%", CellFault.EXCEL_ERROR, 0.5),
    ]
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({1}))


@pytest.mark.parametrize("far", [row(1_048_575) + number(0, 1), row(1) + number(16_383, 1)])
def test_a_far_cell_is_refused_before_the_library_sees_it(far: bytes) -> None:
    with pytest.raises(UnreadableWorkbook) as refused:
        read_workbook(binary_workbook(row(0) + text(0, "Mã") + far), ".xlsb", CellCleaner())
    assert refused.value.remark.code == "sheet_too_large"


def test_what_the_library_loses_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_reading, "counted_values", lambda rows: counted_values(list(rows)[:3]))
    with pytest.raises(UnreadableWorkbook) as refused:
        read_workbook(binary_workbook(b"".join(ROWS)), ".xlsb", CellCleaner())
    assert refused.value.remark.code == "readers_disagree"


def test_records_cut_off_are_told(tmp_path: Path) -> None:
    """The library takes what it can; that less is known is said, or the file refused."""
    whole = b"".join(ROWS)
    for cut in range(1, len(whole), 7):
        grid = read_bytes(tmp_path, binary_workbook(whole[:cut] + b"\x00\xff"), "phieu.xlsb")
        assert set(codes(grid)) <= KNOWN
