"""A workbook's bytes as plain sheets, through python-calamine; runs in the worker only."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any, NamedTuple

from thidua_desktop.documents.excel.cell_values import CellCleaner, Plain, Special
from thidua_desktop.documents.excel.faults import Remark, UnreadableWorkbook, note, warning
from thidua_desktop.documents.excel.file_kinds import kind_of, names_stream
from thidua_desktop.documents.excel.font_repair import repair_columns
from thidua_desktop.documents.excel.percent_styles import percent_text
from thidua_desktop.documents.excel.prescan import MAX_COLUMNS, Prescan, prescan, told
from thidua_desktop.documents.excel.second_reading import counted_values, readers_agree
from thidua_desktop.documents.excel.sheet_scan import MAX_ROWS, SheetNotes

_VISIBLE = True
MAX_GAP = 500
"""So many empty rows end a table: what comes after is a stray cell, and said so."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, LookupError, EOFError, OSError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What hostile bytes make libraries raise (reliability notes 3.2, case 23)."""


class PlainSheet(NamedTuple):
    """One sheet ready for the pipe; rows start at A1 and are as long as the widest."""

    title: str
    visible: bool
    rows: list[list[Plain]]
    specials: list[Special]
    merged: tuple[tuple[int, int, int, int], ...]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]


class PlainWorkbook(NamedTuple):
    """All sheets of a file, and what there is to say about it."""

    sheets: list[PlainSheet]
    remarks: list[Remark]


def read_workbook(
    data: bytes, suffix: str, cleaner: CellCleaner, *, scan: bool = True
) -> PlainWorkbook:
    """Every sheet of the file whose bytes these are.

    Args:
        data: the whole file.
        suffix: of its name; decides only between CSV and other text.
        cleaner: shared by all files of a run.
        scan: `False` leaves the look before out, to prove that the process survives without it.

    Raises:
        UnreadableWorkbook: with the remark that says why.
    """
    kind = kind_of(data, suffix)
    try:
        if kind == "csv":
            return _from_csv(data, cleaner)
        found = _looked_through(data, kind) if scan else Prescan()
        return _from_calamine(data, found, cleaner)
    except _BROKEN as error:
        detail = f"{type(error).__name__}: {error}"[:200]
        raise UnreadableWorkbook("workbook_unreadable", detail=detail) from error


def _looked_through(data: bytes, kind: str) -> Prescan:
    """What can be known of the file before the library opens it."""
    if kind == "zip":
        return prescan(data)
    from thidua_desktop.documents.excel.xls_scan import scan_xls

    has_macros = names_stream(data, "_VBA_PROJECT_CUR")
    try:
        found = scan_xls(data)
    except _BROKEN:
        # The library may still read it; that less is known is told.
        return Prescan(told(has_macros=has_macros, is_linked=False))
    is_linked = found.is_linked or names_stream(data, "\1Ole10Native")
    return Prescan(told(has_macros=has_macros, is_linked=is_linked), titled=found.sheets)


def _from_csv(data: bytes, cleaner: CellCleaner) -> PlainWorkbook:
    from thidua_desktop.documents.excel.csv_reading import read_csv

    table = read_csv(data)
    remarks = list(table.remarks)
    values: list[list[Any]] = [list(row) for row in table.rows]
    sheet = _sheet("", _VISIBLE, values, SheetNotes(), cleaner, remarks)
    return PlainWorkbook([sheet], remarks)


def _from_calamine(data: bytes, found: Prescan, cleaner: CellCleaner) -> PlainWorkbook:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    remarks = list(found.remarks)
    if not found.sheets and not found.titled:
        remarks.append(note("other_format_read"))
    sheets = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for index, about in enumerate(workbook.sheets_metadata):
                if about.typ is not SheetTypeEnum.WorkSheet:
                    continue
                notes = found.sheets[index] if index < len(found.sheets) else SheetNotes()
                source = workbook.get_sheet_by_index(index)
                if not found.sheets:
                    merged = _merged(source.merged_cell_ranges)
                    notes = found.titled.get(about.name, SheetNotes())._replace(merged=merged)
                values = source.to_python(skip_empty_area=False)
                if not _agreed(notes, values, found.shared_texts):
                    raise UnreadableWorkbook("readers_disagree", about.name)
                visible = about.visible is SheetVisibleEnum.Visible
                title = cleaner.text(about.name) or ""
                sheets.append(_sheet(title, visible, values, notes, cleaner, remarks))
    except PasswordError as error:
        raise UnreadableWorkbook("workbook_encrypted") from error
    except CalamineError as error:
        raise UnreadableWorkbook("workbook_unreadable", detail=str(error)[:200]) from error
    return PlainWorkbook(sheets, remarks)


def _agreed(notes: SheetNotes, values: list[list[Any]], shared_texts: bytes) -> bool:
    """Whether the look before saw the same cells, where it saw them."""
    if notes.part:
        return readers_agree(notes.part, values, shared_texts)
    return notes.counted is None or counted_values(values).agrees(notes.counted)


def _merged(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None,
) -> tuple[tuple[int, int, int, int], ...]:
    """What calamine knows of merged cells in formats that can't be searched as XML."""
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges or ())


def _sheet(
    title: str,
    visible: bool,  # noqa: FBT001 - one of five fields of a sheet, never given alone
    values: list[list[Any]],
    notes: SheetNotes,
    cleaner: CellCleaner,
    remarks: list[Remark],
) -> PlainSheet:
    """Clean, trim and mark one sheet."""
    if values and (len(values) > MAX_ROWS or len(values[0]) > MAX_COLUMNS):
        raise UnreadableWorkbook("sheet_too_large", title)
    specials: list[Special] = []
    rows = [cleaner.row(number, row, specials) for number, row in enumerate(values)]
    specials += [
        (row, column, "fault", fault)
        for row, column, fault in notes.faults
        if row < MAX_ROWS and column < MAX_COLUMNS
    ]
    specials += _percents(values, notes.percents)
    height, width = _extent(rows, specials, title, remarks)
    rows = [row if len(row) == width else _fitted(row, width) for row in rows[:height]]
    rows += [[None] * width for _ in range(height - len(rows))]
    repair_columns(title, rows, remarks)
    return PlainSheet(
        title,
        visible,
        rows,
        [special for special in specials if special[0] < height],
        tuple(area for area in notes.merged if area[0] < height and area[1] < width),
        tuple(row for row in notes.hidden_rows if row < height),
        tuple(column for column in notes.hidden_columns if column < width),
    )


def _percents(values: list[list[Any]], places: tuple[tuple[int, int], ...]) -> list[Special]:
    """Shares of a hundred as the sender sees them, for nobody means 0.95 points by «95%»."""
    return [
        (row, column, "text", percent_text(values[row][column]))
        for row, column in places
        if row < len(values)
        and column < len(values[row])
        and values[row][column].__class__ in (float, int)
    ]


def _extent(
    rows: list[list[Plain]], specials: list[Special], title: str, remarks: list[Remark]
) -> tuple[int, int]:
    """How far the table reaches: to the last content before a gap of empty rows."""
    filled = {number for number, row in enumerate(rows) if row.count(None) != len(row)}
    filled.update(row for row, _, _, _ in specials)
    height = 0
    for number in sorted(filled):
        if number - height > MAX_GAP:
            remarks.append(warning("rows_after_gap_ignored", title, row=number + 1, last=height))
            break
        height = number + 1
    width = max((_width(row) for row in rows[:height]), default=0)
    seen = [column + 1 for row, column, _, _ in specials if row < height]
    return height, max([width, *seen])


def _width(row: list[Plain]) -> int:
    """The number of cells up to the last one with content."""
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return width


def _fitted(row: list[Plain], width: int) -> list[Plain]:
    return (row + [None] * (width - len(row)))[:width]
