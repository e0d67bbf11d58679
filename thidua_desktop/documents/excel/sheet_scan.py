"""One sheet's XML searched as bytes: cells that lie too far, and what calamine doesn't tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from thidua_desktop.documents.excel.faults import UnreadableWorkbook

_FAR_ROW = rb"(?:[2-9][0-9]{5}|[1-9][0-9]{6,})"
_FAR_COLUMN = rb"(?:[A-Za-z]{3,}|[Ss][G-Zg-z]|[T-Zt-z][A-Za-z])"
"""Row 200,000 and column 500 («SF») in the letters of a cell's name."""

_FAR_CELL = re.compile(
    rb"""\sr\s*=\s*["']((?:%b[0-9]+)|(?:[A-Za-z]+%b))["'][^>]*(?<!/)>(?!</)"""
    % (_FAR_COLUMN, _FAR_ROW)
)
"""A far reference that bears something; cells with only a format are no content."""

_CELL_WITHOUT_NAME = re.compile(
    rb"""<(?:\w+:)?c(?:\s+(?!r\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>"""
)
_FAR_ROW_ELEMENT = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*\s)?r\s*=\s*["']%b["']""" % _FAR_ROW)

_FORMULA_WITHOUT_VALUE = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR_CELL = re.compile(rb"""<(?:\w+:)?c\s([^>]*\bt\s*=\s*["']e["'][^>]*)(?<!/)>""")
_TEXT_RESULT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_CELL_NAME = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_ROW_NUMBER = re.compile(rb"""(?:^|\s)r\s*=\s*["']([0-9]{1,7})["']""")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s([^>]*\bhidden\s*=\s*["'](?:1|true)["'][^>]*)>""")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*"""
    rb"""["']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})["']"""
)
_MAX_NOTED = 50_000
_LETTERS = 26


class SheetNotes(NamedTuple):
    """What the XML says besides values; rows and columns from 0."""

    faults: tuple[tuple[int, int, str], ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: tuple[int, ...] = ()


def is_sheet(part: bytes) -> bool:
    """Whether this XML holds cells, by its content and never by its name."""
    return b"sheetData" in part


def scan_sheet(title: str, part: bytes) -> SheetNotes:
    """Search one sheet's XML.

    Raises:
        UnreadableWorkbook: a cell with content lies beyond every honest table.
    """
    far = _FAR_CELL.search(part)
    if far:
        cell = far[1].decode(errors="replace")[:20]
        raise UnreadableWorkbook("sheet_too_large", title, cell)
    if _FAR_ROW_ELEMENT.search(part) and _CELL_WITHOUT_NAME.search(part):
        raise UnreadableWorkbook("sheet_too_large", title)
    return SheetNotes(tuple(_faults(part)), tuple(_merged(part)), tuple(_hidden_rows(part)))


def _faults(part: bytes) -> list[tuple[int, int, str]]:
    """Cells that calamine shows as empty though they are not."""
    faults: list[tuple[bytes, str]] = []
    if b"<f" in part or b":f" in part:
        faults += [
            (match[1], "formula_without_value")
            for match in _FORMULA_WITHOUT_VALUE.finditer(part)
            if not _TEXT_RESULT.search(match[1])
        ]
    faults += [(match[1], "excel_error") for match in _ERROR_CELL.finditer(part)]
    named = []
    for attributes, fault in faults[:_MAX_NOTED]:
        place = _CELL_NAME.search(attributes)
        if place:
            named.append((int(place[2]) - 1, _column(place[1]), fault))
    return named


def _merged(part: bytes) -> list[tuple[int, int, int, int]]:
    return [
        (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        for left, top, right, bottom in _MERGED.findall(part)[:_MAX_NOTED]
    ]


def _hidden_rows(part: bytes) -> list[int]:
    if b"hidden" not in part:
        return []
    numbers = (_ROW_NUMBER.search(match[1]) for match in _HIDDEN_ROW.finditer(part))
    return [int(number[1]) - 1 for number in numbers if number]


def _column(letters: bytes) -> int:
    """The column's number from 0: ``A`` → 0, ``AA`` → 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number - 1
