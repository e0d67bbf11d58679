"""What calamine doesn't tell of an old .xls: error cells, hidden rows and columns.

An .xls is a compound file ([MS-CFB]) whose stream «Workbook» is a run of records ([MS-XLS]).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from typing import NamedTuple

from thidua_desktop.documents.excel.percent_styles import BUILT_IN, is_percent
from thidua_desktop.documents.excel.second_reading import Counted
from thidua_desktop.documents.excel.sheet_scan import MAX_NOTED, SheetNotes

_DIRECTORY_ENTRY = 128
_HEADER_FAT = 109
_SHORT = 64
"""Bytes of a sector of the streams that are too short for whole ones."""
_LAST_SECTOR = 0xFFFFFFFA
"""Greater numbers mark the end of a chain or a free sector."""

_BOF, _EOF, _SHEET, _ENCRYPTED = 0x0809, 0x000A, 0x0085, 0x002F
_ROW, _COLUMNS, _ERROR_OR_TRUTH, _FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
_FORMAT_CODE, _CELL_FORMAT, _MANY_NUMBERS = 0x041E, 0x00E0, 0x00BD
_NUMBER, _SHORT_NUMBER = 0x0203, 0x027E
_NUMBERS = (_NUMBER, _SHORT_NUMBER, _FORMULA)
_NO_NUMBER = b"\xff\xff"
_NEWEST = b"\x00\x06"
"""The version of Excel 97 to 2003; older ones write some records otherwise and aren't counted."""

_BOOK_REFERRED_TO = 0x01AE
_OWN_BOOK = (b"\x01\x04", b"\x01\x3a")
"""This workbook itself, and the functions of add-ins."""

_ROW_IS_HIDDEN, _COLUMNS_ARE_HIDDEN = 0x20, 0x01
_WIDE_TEXT = 0x01
_MAX_COLUMN = 255


class XlsNotes(NamedTuple):
    """What was found.

    Attributes:
        sheets: the notes of every sheet by its title.
        is_linked: whether cells refer to other files or to running programs.
    """

    sheets: dict[str, SheetNotes]
    is_linked: bool


def scan_xls(data: bytes) -> XlsNotes:
    """Look through a file.

    Raises:
        struct.error, ValueError, IndexError: the file is not what it says; nothing is known then.
    """
    stream = _stream(data)
    is_linked = any(
        record.kind == _BOOK_REFERRED_TO and record.content[2:4] not in _OWN_BOOK
        for record in _records(stream, 0)
    )
    percent = _percent_styles(stream)
    sheets = {title: _notes(stream, start, percent) for title, start in _sheets(stream)}
    return XlsNotes(sheets, is_linked)


class _Record(NamedTuple):
    kind: int
    content: bytes


def _records(stream: bytes, place: int) -> Iterator[_Record]:
    """The records from this place to the end of its part of the stream, charts within left out."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        place += 4
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield _Record(kind, stream[place : place + length])
        place += length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """Title and place of every sheet."""
    for record in _records(stream, 0):
        if record.kind == _ENCRYPTED:
            return
        if record.kind == _SHEET:
            place, _, length, options = struct.unpack_from("<IHBB", record.content)
            wide = options & _WIDE_TEXT
            text = record.content[8 : 8 + length * (2 if wide else 1)]
            yield text.decode("utf-16-le" if wide else "latin-1"), place


def _percent_styles(stream: bytes) -> frozenset[int]:
    """The numbers of the cell formats that show shares of a hundred."""
    own: dict[int, bool] = {}
    formats: list[int] = []
    for kind, content in _records(stream, 0):
        if kind == _FORMAT_CODE:
            # Wide letters have a zero beside them; without it they read alike.
            code = content[5:].replace(b"\0", b"")
            own[struct.unpack_from("<H", content)[0]] = is_percent(code)
        elif kind == _CELL_FORMAT:
            formats.append(struct.unpack_from("<H", content, 2)[0])
    return frozenset(at for at, number in enumerate(formats) if own.get(number, number in BUILT_IN))


def _styled_numbers(kind: int, content: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and format of the numbers of one record."""
    if kind in _NUMBERS:
        yield struct.unpack_from("<3H", content)
    elif kind == _MANY_NUMBERS:
        row, first = struct.unpack_from("<2H", content)
        for at in range((len(content) - 6) // 6):
            yield row, first + at, struct.unpack_from("<H", content, 4 + at * 6)[0]


def _notes(stream: bytes, place: int, percent: frozenset[int]) -> SheetNotes:
    faults: list[tuple[int, int, str]] = []
    rows: list[int] = []
    columns: list[int] = []
    percents: list[tuple[int, int]] = []
    numbers: list[float] = []
    is_newest = False
    for kind, content in _records(stream, place):
        is_newest = is_newest or (kind == _BOF and content[:2] == _NEWEST)
        numbers += _numbers_of(kind, content)
        if percent and len(percents) < MAX_NOTED:
            percents += [
                (row, column)
                for row, column, style in _styled_numbers(kind, content)
                if style in percent
            ]
        if kind == _ROW and content[12] & _ROW_IS_HIDDEN:
            rows.append(struct.unpack_from("<H", content)[0])
        elif kind == _COLUMNS:
            first, last, _, _, options = struct.unpack_from("<5H", content)
            if options & _COLUMNS_ARE_HIDDEN:
                columns += range(first, min(last, _MAX_COLUMN) + 1)
        elif _is_error(kind, content) and len(faults) < MAX_NOTED:
            row, column = struct.unpack_from("<HH", content)
            faults.append((row, column, "excel_error"))
    return SheetNotes(
        tuple(faults),
        hidden_rows=tuple(rows),
        hidden_columns=tuple(columns),
        percents=tuple(percents),
        counted=Counted(len(numbers), math.fsum(numbers), None) if is_newest else None,
    )


def _numbers_of(kind: int, content: bytes) -> Iterator[float]:
    """The numbers of one record, days among them; a formula's only where its value is one."""
    if kind == _NUMBER or (kind == _FORMULA and content[12:14] != _NO_NUMBER):
        yield struct.unpack_from("<d", content, 6)[0]
    elif kind == _SHORT_NUMBER:
        yield short_number(struct.unpack_from("<I", content, 6)[0])
    elif kind == _MANY_NUMBERS:
        for at in range((len(content) - 6) // 6):
            yield short_number(struct.unpack_from("<I", content, 6 + at * 6)[0])


def short_number(bits: int) -> float:
    """A number in 30 bits: the upper ones of a float or a whole number, perhaps ×100."""
    value: float
    if bits & 2:
        value = (bits >> 2) - ((bits >> 31) << 30)
    else:
        (value,) = struct.unpack("<d", struct.pack("<Q", (bits & 0xFFFFFFFC) << 32))
    return value / 100 if bits & 1 else value


def _is_error(kind: int, content: bytes) -> bool:
    """Whether a cell holds an error, or a formula whose value is one."""
    if kind == _ERROR_OR_TRUTH:
        return content[7] == 1
    return kind == _FORMULA and content[12:14] == _NO_NUMBER and content[6] == 2  # noqa: PLR2004


def _stream(data: bytes) -> bytes:
    """The stream «Workbook» of a compound file.

    Raises:
        ValueError: there is none.
    """
    (shift,) = struct.unpack_from("<H", data, 30)
    size = 1 << shift
    table = _sector_table(data, size)
    (directory, _, shortest, short_table) = struct.unpack_from("<4I", data, 48)
    entries = _chain(data[size:], table, directory, size)
    root_start, _ = struct.unpack_from("<II", entries, 116)
    for at in range(0, len(entries) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
        (length,) = struct.unpack_from("<H", entries, at + 64)
        name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name not in {"Workbook", "Book"}:
            continue
        start, long = struct.unpack_from("<II", entries, at + 116)
        if long >= shortest:
            return _chain(data[size:], table, start, size)[:long]
        short = _numbers(_chain(data[size:], table, short_table, size))
        return _chain(_chain(data[size:], table, root_start, size), short, start, _SHORT)[:long]
    raise ValueError("no workbook stream")


def _sector_table(data: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    numbers = list(struct.unpack_from(f"<{_HEADER_FAT}I", data, 76))
    more, count = struct.unpack_from("<2I", data, 68)
    for _ in range(min(count, len(data) // size)):
        if more >= _LAST_SECTOR:
            break
        *listed, more = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        numbers += listed
    table: list[int] = []
    for number in numbers[: len(data) // size]:
        if number < _LAST_SECTOR:
            table += struct.unpack_from(f"<{size // 4}I", data, (number + 1) * size)
    return table


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content))


def _chain(sectors: bytes, table: list[int], start: int, size: int) -> bytes:
    """The sectors of one stream; a chain that turns in a circle ends at the file's length."""
    parts: list[bytes] = []
    sector = start
    while sector < _LAST_SECTOR and len(parts) <= len(sectors) // size:
        parts.append(sectors[sector * size : (sector + 1) * size])
        sector = table[sector]
    return b"".join(parts)
