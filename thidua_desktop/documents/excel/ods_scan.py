"""What calamine doesn't tell of an .ods: error cells, formulas without value, what is hidden."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from thidua_desktop.documents.excel.second_reading import Counted
from thidua_desktop.documents.excel.sheet_scan import MAX_NOTED, SheetNotes

_TAG = re.compile(
    rb"""<(/?)table:(table-column|table-row|table-cell|covered-table-cell|table)"""
    rb"""((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>"""
)
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HIDDEN = (b"collapse", b"filter")
_ERROR_TEXT = re.compile(rb"\s*<text:p[^>]*>(?:#[A-Z][A-Z0-9/]*[!?]?|Err:[0-9]{3})</text:p>")

_DAYS = (b"date", b"time")
_NUMBERS = (*_DAYS, b"float", b"currency", b"percentage")
_MOST_ALIKE = 10_000
"""Of so many equal cells at once the sum isn't kept."""

_Attributes = dict[bytes, bytes]


def scan_ods(content: bytes) -> dict[str, SheetNotes]:
    """The notes of every sheet by its title; merged cells calamine tells itself."""
    found: dict[str, SheetNotes] = {}
    walk = _Walk("")
    depth = 0
    for tag in _TAG.finditer(content):
        closes, name, attributes, is_alone = tag.groups()
        if name == b"table":
            # Tables within cells are part of them, and tracked changes stand in no table.
            depth += -1 if closes else not is_alone
            if closes and depth == 0:
                found[walk.title] = walk.notes()
            elif not closes and depth == 1:
                walk = _Walk(unescape(_read(attributes).get(b"table:name", b"").decode()))
        elif depth == 1 and not closes:
            text = b"" if is_alone else content[tag.end() : tag.end() + 100]
            walk.take(name, _read(attributes), text)
    return found


class _Walk:
    """Goes through one table; rows, columns and cells may stand for many like them."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._faults: list[tuple[int, int, str]] = []
        self._numbers = 0
        self._total: list[float] | None = []
        self._percents: list[tuple[int, int]] = []
        self._hidden: dict[bytes, list[int]] = {b"table-row": [], b"table-column": []}
        self._next: dict[bytes, int] = {b"table-row": 0, b"table-column": 0}
        self._rows = range(0)
        self._cell = 0

    def take(self, name: bytes, attributes: _Attributes, text: bytes) -> None:
        """Note one column, row or cell; `text` is what a cell begins with."""
        if name not in self._next:
            self._take_cell(attributes, text)
            return
        start = self._next[name]
        kind = b"table:number-columns-repeated" if name == b"table-column" else _ROWS_REPEATED
        end = self._next[name] = start + _times(attributes, kind)
        if attributes.get(b"table:visibility") in _HIDDEN:
            room = MAX_NOTED - len(self._hidden[name])
            self._hidden[name] += range(start, min(end, start + room))
        if name == b"table-row":
            self._rows, self._cell = range(start, end), 0

    def _take_cell(self, attributes: _Attributes, text: bytes) -> None:
        start = self._cell
        self._cell += _times(attributes, b"table:number-columns-repeated")
        self._count(attributes, start)
        fault = _fault(attributes, text)
        if attributes.get(b"office:value-type") == b"percentage":
            self._percents += self._places(start, MAX_NOTED - len(self._percents))
        if fault:
            places = self._places(start, MAX_NOTED - len(self._faults))
            self._faults += [(*place, fault) for place in places]

    def _count(self, attributes: _Attributes, start: int) -> None:
        """Numbers and days; what a number is, its attribute says."""
        kind = attributes.get(b"office:value-type")
        if kind not in _NUMBERS or attributes.get(b"calcext:value-type") == b"error":
            return
        times = len(self._rows) * (self._cell - start)
        self._numbers += times
        value = attributes.get(b"office:value", b"")
        if kind in _DAYS or times > _MOST_ALIKE:
            self._total = None
        if self._total is not None:
            try:
                self._total += [float(value)] * times
            except ValueError:
                self._total = None

    def _places(self, start: int, room: int) -> Iterator[tuple[int, int]]:
        """The cells that one element stands for, as many as there is room to note."""
        places = ((row, cell) for row in self._rows for cell in range(start, self._cell))
        return islice(places, room)

    def notes(self) -> SheetNotes:
        """What was found."""
        return SheetNotes(
            tuple(self._faults),
            hidden_rows=tuple(self._hidden[b"table-row"]),
            hidden_columns=tuple(self._hidden[b"table-column"]),
            percents=tuple(self._percents),
            counted=Counted(
                self._numbers, None if self._total is None else math.fsum(self._total), None
            ),
        )


_ROWS_REPEATED = b"table:number-rows-repeated"


def _fault(attributes: _Attributes, text: bytes) -> str:
    """LibreOffice marks an error, Excel writes its words only; both leave the value empty."""
    if attributes.get(b"calcext:value-type") == b"error":
        return "excel_error"
    if b"table:formula" not in attributes:
        return ""
    if _ERROR_TEXT.match(text):
        return "excel_error"
    return "" if b"office:value-type" in attributes else "formula_without_value"


def _times(attributes: _Attributes, name: bytes) -> int:
    said = attributes.get(name, b"1")
    return int(said[:8]) if said.isdigit() else 1


def _read(text: bytes) -> _Attributes:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}
