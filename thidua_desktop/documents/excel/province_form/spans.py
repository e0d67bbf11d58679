"""Where each row and cell of a sheet stands in its bytes, so that only they are changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

_START_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_CELL_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LETTERS = 26


@dataclass(slots=True)
class CellSpan:
    """One cell: where it stands, its attributes, and its content as written.

    Attributes:
        formula: the text of its formula, `None` where it has none; empty for the followers of a
            shared one.
        formula_attributes: such as ``t="shared" si="0"``.
        value: the text of its value, of inline text its words.
    """

    row: int
    column: int
    start: int
    end: int
    attributes: dict[str, str]
    formula: str | None = None
    formula_attributes: dict[str, str] = field(default_factory=dict)
    value: str | None = None

    @property
    def style(self) -> str:
        """The number of its format, empty for the default."""
        return self.attributes.get("s", "")


@dataclass(slots=True)
class RowSpan:
    """One row: its start tag, and its cells from left to right."""

    number: int
    start: int
    head_end: int
    end: int
    attributes: dict[str, str]
    cells: list[CellSpan] = field(default_factory=list)


@dataclass(slots=True)
class SheetSpans:
    """The cells of a sheet.

    Attributes:
        prefix: the namespace prefix of its elements with its colon, mostly empty.
        data_start: where the rows begin, behind the start tag of ``sheetData``.
        data_end: where they end.
        is_bare: ``sheetData`` is written as one tag without content.
        column_styles: (first column, last column, format) from 0.
        column_widths: (first column, last column, width in digits) from 0.
        usual_width: of all other columns, 0 where the sheet doesn't say.
    """

    part: bytes
    prefix: str = ""
    data_start: int = 0
    data_end: int = 0
    is_bare: bool = False
    rows: list[RowSpan] = field(default_factory=list)
    column_styles: list[tuple[int, int, str]] = field(default_factory=list)
    column_widths: list[tuple[int, int, float]] = field(default_factory=list)
    usual_width: float = 0.0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_protected: bool = False

    def row(self, number: int) -> RowSpan | None:
        """The row with this number from 0."""
        return next((row for row in self.rows if row.number == number), None)

    def column_style(self, column: int) -> str:
        """The format of a whole column."""
        for first, last, style in self.column_styles:
            if first <= column <= last:
                return style
        return ""


def place_of(name: str) -> tuple[int, int]:
    """Row and column from 0 of ``D15`` or ``$D$15``.

    Raises:
        ValueError: it is no cell's name.
    """
    found = _CELL_NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return int(found[2]) - 1, column_number(found[1])


def column_number(letters: str) -> int:
    """The column from 0: ``A`` → 0, ``AA`` → 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def area_of(ref: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column from 0 of ``B2:C9`` or ``B2``.

    Raises:
        ValueError: it is no range.
    """
    first, _, last = ref.partition(":")
    top, left = place_of(first)
    bottom, right = place_of(last or first)
    return top, left, bottom, right


def read_spans(part: bytes) -> SheetSpans:
    """Read a sheet's bytes.

    Raises:
        ValueError: it is no sound XML in UTF-8.
    """
    part.decode("utf-8")
    reader = _SpanReader(part)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    reader.parser = parser
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return reader.spans


class _SpanReader:
    """Hears the parser; keeps the row and cell that are being read."""

    def __init__(self, part: bytes) -> None:
        self.part = part
        self.spans = SheetSpans(part)
        self.parser: Any = None
        self._row: RowSpan | None = None
        self._cell: CellSpan | None = None
        self._taking = ""
        self._text: list[str] = []
        self._phonetic = 0
        self._in_data = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag."""
        prefix, _, name = tag.rpartition(":")
        if name == "sheetData":
            self._begin_data(prefix)
        elif self._in_data:
            self._start_within(name, attributes)
        elif name == "sheetFormatPr":
            self.spans.usual_width = float(attributes.get("defaultColWidth") or 0)
        elif name == "col":
            self._column(attributes)
        elif name == "mergeCell":
            self.spans.merged.append(area_of(attributes.get("ref", "A1")))
        elif name == "sheetProtection":
            self.spans.is_protected = attributes.get("sheet") in ("1", "true")

    def _column(self, attributes: dict[str, str]) -> None:
        columns = int(attributes["min"]) - 1, int(attributes["max"]) - 1
        if attributes.get("style"):
            self.spans.column_styles.append((*columns, attributes["style"]))
        if attributes.get("width"):
            self.spans.column_widths.append((*columns, float(attributes["width"])))

    def _start_within(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._begin_row(attributes)
        elif name == "c" and self._row is not None:
            self._begin_cell(self._row, attributes)
        elif name == "rPh":
            self._phonetic += 1
        elif self._cell is not None and name in ("f", "v", "t"):
            self._taking, self._text = name, []
            if name == "f":
                self._cell.formula_attributes = attributes

    def _begin_data(self, prefix: str) -> None:
        start = self.parser.CurrentByteIndex
        end = self._tag_end(start)
        self.spans.prefix = f"{prefix}:" if prefix else ""
        self.spans.data_start = end
        self.spans.is_bare = self.part[end - 2 : end] == b"/>"
        if self.spans.is_bare:
            self.spans.data_start, self.spans.data_end = start, end
        self._in_data = True

    def _begin_row(self, attributes: dict[str, str]) -> None:
        before = self.spans.rows[-1].number if self.spans.rows else -1
        number = int(attributes["r"]) - 1 if "r" in attributes else before + 1
        start = self.parser.CurrentByteIndex
        end = self._tag_end(start)
        self._row = RowSpan(number, start, end, end, attributes)
        self.spans.rows.append(self._row)

    def _begin_cell(self, row: RowSpan, attributes: dict[str, str]) -> None:
        before = row.cells[-1].column if row.cells else -1
        column = place_of(attributes["r"])[1] if "r" in attributes else before + 1
        start = self.parser.CurrentByteIndex
        end = self._tag_end(start)
        self._cell = CellSpan(row.number, column, start, end, attributes)
        row.cells.append(self._cell)

    def text(self, words: str) -> None:
        """Text within an element."""
        if self._taking and not self._phonetic:
            self._text.append(words)

    def end(self, tag: str) -> None:
        """An end tag."""
        name = tag.rpartition(":")[2]
        if not self._in_data:
            return
        if name == self._taking and self._cell is not None:
            self._settle_text(name, self._cell)
        if name == "rPh":
            self._phonetic -= 1
        elif name == "c" and self._cell is not None:
            self._cell.end = self._element_end(self._cell.end)
            self._cell = None
        elif name == "row" and self._row is not None:
            self._row.end = self._element_end(self._row.head_end)
            self._row = None
        elif name == "sheetData":
            if not self.spans.is_bare:
                self.spans.data_end = self.parser.CurrentByteIndex
            self._in_data = False

    def _settle_text(self, name: str, cell: CellSpan) -> None:
        words = "".join(self._text)
        if name == "f":
            cell.formula = words
        elif name == "t":
            cell.value = (cell.value or "") + words
        else:
            cell.value = words
        self._taking = ""

    def _tag_end(self, start: int) -> int:
        found = _START_TAG.match(self.part, start)
        if found is None:
            raise ValueError("start tag")
        return found.end()

    def _element_end(self, tag_end: int) -> int:
        """Where an element ends: at its own tag where that stands for all of it."""
        if self.part[tag_end - 2 : tag_end] == b"/>":
            return tag_end
        return self.part.index(b">", self.parser.CurrentByteIndex) + 1
