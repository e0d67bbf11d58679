"""What calamine doesn't tell of an .xlsb: error cells, shares of a hundred, what is hidden.

An .xlsb is an archive like .xlsx whose parts are runs of records ([MS-XLSB]) instead of XML.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping

from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.percent_styles import BUILT_IN, is_percent
from thidua_desktop.documents.excel.second_reading import Counted
from thidua_desktop.documents.excel.sheet_scan import MAX_NOTED, MAX_ROWS, SheetNotes
from thidua_desktop.documents.excel.xls_scan import short_number

_ROW, _COLUMNS, _SHEET = 0, 60, 156
_SHORT_NUMBER, _ERROR, _NUMBER, _FORMULA_NUMBER, _FORMULA_ERROR = 2, 3, 5, 9, 11
_CELLS = range(2, 12)
_OWN_FORMAT, _CELL_FORMATS, _CELL_FORMATS_END, _CELL_FORMAT = 44, 617, 618, 47
_ROW_IS_HIDDEN, _COLUMNS_ARE_HIDDEN = 0x10, 0x01
_MAX_COLUMN = 500
"""The library makes room for every cell up to the farthest one, so no far one gets to it."""

_MORE = 0x80
"""The highest bit of a byte: the number goes on in the next one."""


def sheet_titles(workbook: bytes) -> Iterator[tuple[str, str]]:
    """The relationship and the title of each sheet, as the workbook's part lists them."""
    for kind, content in _records(workbook):
        if kind == _SHEET:
            key, end = _text(content, 8)
            title, _ = _text(content, end)
            yield key, title


def percent_styles_of(styles: bytes) -> frozenset[int]:
    """The numbers of the cell formats that show shares of a hundred."""
    own: dict[int, bool] = {}
    formats: list[int] = []
    is_of_cells = False
    for kind, content in _records(styles):
        if kind == _OWN_FORMAT:
            code, _ = _text(content, 2)
            own[struct.unpack_from("<H", content)[0]] = is_percent(code.encode())
        elif kind in (_CELL_FORMATS, _CELL_FORMATS_END):
            is_of_cells = kind == _CELL_FORMATS
        elif kind == _CELL_FORMAT and is_of_cells:
            formats.append(struct.unpack_from("<H", content, 2)[0])
    return frozenset(at for at, number in enumerate(formats) if own.get(number, number in BUILT_IN))


def scan_xlsb(title: str, part: bytes, percent: frozenset[int]) -> SheetNotes:
    """The notes of one sheet.

    Raises:
        UnreadableWorkbook: a cell lies beyond every honest table.
        struct.error, IndexError, ValueError: the part is not what it says.
    """
    walk = _Walk(title, percent)
    for kind, content in _records(part):
        walk.take(kind, content)
    return walk.notes()


class _Walk:
    """Goes through the records of one sheet."""

    def __init__(self, title: str, percent: frozenset[int]) -> None:
        self._title = title
        self._percent = percent
        self._row = 0
        self._found: Mapping[str, list[int]] = {"rows": [], "columns": []}
        self._faults: list[tuple[int, int, str]] = []
        self._percents: list[tuple[int, int]] = []
        self._numbers: list[float] = []

    def take(self, kind: int, content: bytes) -> None:
        """Note one record."""
        if kind == _ROW:
            (self._row,) = struct.unpack_from("<I", content)
            if content[11] & _ROW_IS_HIDDEN:
                self._found["rows"].append(self._row)
        elif kind == _COLUMNS:
            first, last, _, _, options = struct.unpack_from("<4IH", content)
            if options & _COLUMNS_ARE_HIDDEN:
                self._found["columns"].extend(range(first, min(last, _MAX_COLUMN) + 1))
        elif kind in _CELLS:
            self._take_cell(kind, content)

    def _take_cell(self, kind: int, content: bytes) -> None:
        (column,) = struct.unpack_from("<I", content)
        if self._row >= MAX_ROWS or column >= _MAX_COLUMN:
            raise UnreadableWorkbook("sheet_too_large", self._title)
        if kind in (_ERROR, _FORMULA_ERROR) and len(self._faults) < MAX_NOTED:
            self._faults.append((self._row, column, "excel_error"))
        elif kind in (_SHORT_NUMBER, _NUMBER, _FORMULA_NUMBER):
            self._take_number(kind, column, content)

    def _take_number(self, kind: int, column: int, content: bytes) -> None:
        (style,) = struct.unpack_from("<I", content, 4)
        if style & 0xFFFFFF in self._percent and len(self._percents) < MAX_NOTED:
            self._percents.append((self._row, column))
        is_short = kind == _SHORT_NUMBER
        (value,) = struct.unpack_from("<I" if is_short else "<d", content, 8)
        self._numbers.append(short_number(value) if is_short else value)

    def notes(self) -> SheetNotes:
        """What was found."""
        return SheetNotes(
            tuple(self._faults),
            hidden_rows=tuple(self._found["rows"]),
            hidden_columns=tuple(self._found["columns"]),
            percents=tuple(self._percents),
            counted=Counted(len(self._numbers), math.fsum(self._numbers), None),
        )


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record; a kind takes one byte or two, a length up to four."""
    place = 0
    while place < len(part):
        kind = part[place]
        place += 1
        if kind & _MORE:
            kind = (kind & ~_MORE) | part[place] << 7
            place += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = part[place]
            place += 1
            length |= (byte & ~_MORE) << shift
            if not byte & _MORE:
                break
        yield kind, part[place : place + length]
        place += length


def _text(content: bytes, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (letters,) = struct.unpack_from("<I", content, place)
    end = place + 4 + 2 * letters
    return content[place + 4 : end].decode("utf-16-le"), end
