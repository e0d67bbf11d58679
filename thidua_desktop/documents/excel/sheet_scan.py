"""One sheet's XML searched as bytes: cells that lie too far, and what calamine doesn't tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.second_reading import Counted

MAX_ROWS = 200_000
"""Counted before the rest: a small file may hold half a million rows that are all the same."""

_FAR_ROW = rb"(?:[2-9][0-9]{5}|[1-9][0-9]{6,})"
_FAR_COLUMN = rb"(?:[A-Za-z]{3,}|[Ss][G-Zg-z]|[T-Zt-z][A-Za-z])"
"""Row 200,000 and column 500 («SF») in the letters of a cell's name."""

_FAR = re.compile(
    rb"""r(?<=\sr)\s*=\s*["'](?:%b[0-9]+|[A-Za-z]*%b)["']""" % (_FAR_COLUMN, _FAR_ROW)
)
"""A far reference of anything, whatever the element is called; nearly no sheet has one."""

_FAR_CELL = re.compile(
    rb"""r(?<=\sr)\s*=\s*["']((?:%b[0-9]+)|(?:[A-Za-z]+%b))["'][^>]*(?<!/)>(?!</)"""
    % (_FAR_COLUMN, _FAR_ROW)
)
"""A far cell that bears something; cells with only a format are no content."""

_SHEET_DATA = re.compile(rb"<(\w+:)?sheetData\b")
_TEXT_RESULT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_CELL_NAME = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_ROW_NUMBER = re.compile(rb"""(?:^|\s)r\s*=\s*["']([0-9]{1,7})["']""")
MAX_NOTED = 50_000
"""Of one kind, in one sheet; an honest sheet has far fewer."""

_HIDDEN = rb"""\bhidden\s*=\s*["'](?:1|true)["']"""
_ZERO = rb"""\s*=\s*["']0(?:\.0+)?["']"""
_MAY_HIDE = (b"hidden", b'ht="0', b'width="0')
"""A row without height and a column without width are hidden to whoever looks at the sheet."""

_COLUMN_ENDS = re.compile(rb"""\b(min|max)\s*=\s*["']([0-9]{1,7})["']""")
_FAR_RUN = 500
_LETTERS = 26


class _Patterns(NamedTuple):
    """What is searched for in sheets whose elements bear one namespace prefix."""

    row_start: bytes
    cell_start: bytes
    cell: re.Pattern[bytes]
    nameless_cell: re.Pattern[bytes]
    end_without_value: re.Pattern[bytes]
    error_cell: re.Pattern[bytes]
    hidden_row: re.Pattern[bytes]
    hidden_column: re.Pattern[bytes]
    merged: re.Pattern[bytes]
    styled_cell: re.Pattern[bytes]


class SheetNotes(NamedTuple):
    """What the XML says besides values; rows and columns from 0.

    Attributes:
        percents: cells whose numbers are shown as shares of a hundred: 0.95 is «95%» to the sender.
        counted: how much the sheet holds; `None` where it isn't known, or counted in `part`.
        part: the XML itself, empty for formats that have none.
    """

    faults: tuple[tuple[int, int, str], ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    percents: tuple[tuple[int, int], ...] = ()
    counted: Counted | None = None
    part: bytes = b""


def is_sheet(part: bytes) -> bool:
    """Whether this XML holds cells, by its content and never by its name."""
    return b"sheetData" in part


def scan_sheet(
    title: str, part: bytes, percent_styles: frozenset[bytes] = frozenset()
) -> SheetNotes:
    """Search one sheet's XML; `percent_styles` are the numbers of the formats with «%».

    Raises:
        UnreadableWorkbook: a cell with content lies beyond every honest table.
    """
    prefix = _SHEET_DATA.search(part)
    patterns = _patterns((prefix[1] or b"") if prefix else b"")
    if part.count(patterns.row_start) > MAX_ROWS:
        raise UnreadableWorkbook("sheet_too_large", title)
    if _FAR.search(part):
        _refuse_far_content(title, part, patterns)
    return SheetNotes(
        tuple(_faults(part, patterns)),
        tuple(_merged(part, patterns)),
        tuple(_hidden_rows(part, patterns)),
        tuple(_hidden_columns(part, patterns)),
        tuple(_styled(part, patterns, percent_styles)),
        part=part,
    )


def _refuse_far_content(title: str, part: bytes, patterns: _Patterns) -> None:
    """Tell a stray cell from the far rows and columns that programs list without content."""
    far = _FAR_CELL.search(part)
    if far:
        cell = far[1].decode(errors="replace")[:20]
        raise UnreadableWorkbook("sheet_too_large", title, cell)
    if patterns.nameless_cell.search(part):
        raise UnreadableWorkbook("sheet_too_large", title)


@lru_cache(maxsize=8)
def _patterns(prefix: bytes) -> _Patterns:
    """The patterns of one prefix; with it fixed, searching is many times faster."""
    p = re.escape(prefix)
    return _Patterns(
        b"<%brow" % prefix,
        b"<%bc " % prefix,
        re.compile(rb"<%bc\s([^>]*)>" % p),
        re.compile(rb"""<%bc(?:\s+(?!r\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>""" % p),
        re.compile(
            rb"<(?:/%bf|%bf\s[^>]*/)>\s*(?:<%bv\s*/>|<%bv\s*>\s*</%bv>)?\s*</%bc>" % ((p,) * 6)
        ),
        re.compile(rb"""<%bc\s([^>]*\bt\s*=\s*["']e["'][^>]*)(?<!/)>""" % p),
        re.compile(rb"""<%brow\s([^>]*(?:%b|\sht%b)[^>]*)>""" % (p, _HIDDEN, _ZERO)),
        re.compile(rb"""<%bcol\s([^>]*(?:%b|\bwidth%b)[^>]*)>""" % (p, _HIDDEN, _ZERO)),
        re.compile(
            rb"""<%bmergeCell\s[^>]*ref\s*=\s*"""
            rb"""["']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})["']""" % p
        ),
        re.compile(rb"""<%bc\s((?=[^>]*\ss\s*=\s*["']([0-9]+)["'])[^>]*)(?<!/)>""" % p),
    )


def _faults(part: bytes, patterns: _Patterns) -> list[tuple[int, int, str]]:
    """Cells that calamine shows as empty though they are not."""
    faults: list[tuple[bytes, str]] = []
    for end in patterns.end_without_value.finditer(part):
        cell = patterns.cell.match(part, part.rfind(patterns.cell_start, 0, end.start()))
        if cell and not _TEXT_RESULT.search(cell[1]):
            faults.append((cell[1], "formula_without_value"))
    if b' t="e"' in part or b" t='e'" in part:
        faults += [(match[1], "excel_error") for match in patterns.error_cell.finditer(part)]
    named = []
    for attributes, fault in faults[:MAX_NOTED]:
        place = _CELL_NAME.search(attributes)
        if place:
            named.append((int(place[2]) - 1, _column(place[1]), fault))
    return named


def _styled(part: bytes, patterns: _Patterns, styles: frozenset[bytes]) -> list[tuple[int, int]]:
    """The places of cells that bear one of these formats."""
    if not styles:
        return []
    found = (
        _CELL_NAME.search(attributes)
        for attributes, style in patterns.styled_cell.findall(part)
        if style in styles
    )
    return [(int(name[2]) - 1, _column(name[1])) for name in found if name][:MAX_NOTED]


def _merged(part: bytes, patterns: _Patterns) -> list[tuple[int, int, int, int]]:
    return [
        (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        for left, top, right, bottom in patterns.merged.findall(part)[:MAX_NOTED]
    ]


def _hidden_rows(part: bytes, patterns: _Patterns) -> list[int]:
    if not any(mark in part for mark in _MAY_HIDE):
        return []
    numbers = (_ROW_NUMBER.search(match[1]) for match in patterns.hidden_row.finditer(part))
    return [int(number[1]) - 1 for number in numbers if number]


def _hidden_columns(part: bytes, patterns: _Patterns) -> list[int]:
    if not any(mark in part for mark in _MAY_HIDE):
        return []
    columns: list[int] = []
    for match in patterns.hidden_column.finditer(part):
        ends = dict(_COLUMN_ENDS.findall(match[1]))
        first, last = int(ends.get(b"min", b"0")), int(ends.get(b"max", b"0"))
        # Programs hide all that is right of a table as one run of thousands.
        columns += range(max(first, 1) - 1, min(last, _FAR_RUN))
    return columns


def _column(letters: bytes) -> int:
    """The column's number from 0: ``A`` → 0, ``AA`` → 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number - 1
