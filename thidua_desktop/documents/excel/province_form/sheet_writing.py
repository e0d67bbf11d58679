"""A sheet's bytes with other cells: whatever is not asked for stays as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.formula.translate import Translator

from thidua_desktop.application.grids import cell_name
from thidua_desktop.application.province_workbooks.filling import (
    FilledArea,
    FilledSheet,
    WrittenValue,
)
from thidua_desktop.application.province_workbooks.template import CellFormat, Place
from thidua_desktop.documents.excel.province_form.cell_xml import CellWriter, escaped
from thidua_desktop.documents.excel.province_form.reading import formulas_of
from thidua_desktop.documents.excel.province_form.row_heights import RowHeights, with_height
from thidua_desktop.documents.excel.province_form.spans import (
    CellSpan,
    RowSpan,
    SheetSpans,
    area_of,
)
from thidua_desktop.documents.excel.province_form.styles import format_of

_SPANS = re.compile(rb'(\sspans\s*=\s*")(\d+):(\d+)(")')
_DIMENSION = re.compile(rb'(<(?:\w+:)?dimension\s[^>]*?\bref\s*=\s*")([^"]*)(")')
_RANGE = re.compile(r"\$?[A-Za-z]{1,3}(\$?\d+):\$?[A-Za-z]{1,3}(\$?\d+)")

_OWN_ROW_KEPT = ("ht", "customHeight", "s", "customFormat", "thickBot", "thickTop")
"""What a new row takes over from the first one of its area."""


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes the values of one sheet."""

    spans: SheetSpans
    formats: list[CellFormat]
    cells: CellWriter
    heights: RowHeights

    def write(self, filled: FilledSheet) -> tuple[bytes, frozenset[Place]]:
        """The sheet's bytes, and the places whose formulas are new or gone."""
        edits = self._edits(filled)
        fresh = _Formulas(formulas_of(self.spans)).extended(filled.areas, edits)
        edits |= {place: _Formula(text) for place, text in fresh.items()}
        self._part_shared(edits)
        had = formulas_of(self.spans)
        touched = {place for place in edits if place in had} | set(fresh)
        models = _models(filled.areas)
        return self._rebuilt(edits, models), frozenset(touched)

    def _edits(self, filled: FilledSheet) -> dict[Place, WrittenValue | _Formula]:
        edits: dict[Place, WrittenValue | _Formula] = dict(filled.cells)
        for area in filled.areas:
            for number, values in enumerate(area.rows, start=area.first_row):
                edits |= {(number, column): value for column, value in values.items()}
            edits |= dict.fromkeys(self._left_over(area))
        return edits

    def _left_over(self, area: FilledArea) -> Iterator[Place]:
        """Cells of examples below the filled rows."""
        first = area.first_row + len(area.rows)
        for row in self.spans.rows:
            if first <= row.number <= (-1 if area.last_row is None else area.last_row):
                for cell in row.cells:
                    is_said = cell.value is not None and cell.formula is None
                    if cell.column in area.cleared and is_said:
                        yield row.number, cell.column

    def _part_shared(self, edits: dict[Place, WrittenValue | _Formula]) -> None:
        """Where a formula that others share is overwritten, the others get their own."""
        cells = {(c.row, c.column): c for row in self.spans.rows for c in row.cells}
        lost = {
            cells[place].formula_attributes.get("si")
            for place in edits
            if place in cells and cells[place].formula_attributes.get("t") == "shared"
        }
        if not lost:
            return
        texts = formulas_of(self.spans)
        for place, cell in cells.items():
            is_shared = cell.formula_attributes.get("t") == "shared"
            if is_shared and cell.formula_attributes.get("si") in lost and place not in edits:
                edits[place] = _Formula(
                    texts[place], cell.value or "", cell.attributes.get("t", "")
                )

    def _rebuilt(
        self, edits: Mapping[Place, WrittenValue | _Formula], models: Mapping[int, int]
    ) -> bytes:
        by_row: dict[int, dict[int, WrittenValue | _Formula]] = {}
        for (row, column), value in edits.items():
            by_row.setdefault(row, {})[column] = value
        rows = {row.number: row for row in self.spans.rows}
        part, spans = self.spans.part, self.spans
        pieces: list[bytes] = []
        for number in sorted({*rows, *by_row}):
            own = rows.get(number)
            if own is not None and number not in by_row:
                pieces.append(part[own.start : own.end])
                continue
            model = rows.get(models.get(number, -1))
            pieces.append(self._row(number, own, model, by_row[number]))
        inner = b"".join(pieces)
        p = spans.prefix.encode()
        if spans.is_bare:
            inner = b"<%bsheetData>%b</%bsheetData>" % (p, inner, p)
        made = part[: spans.data_start] + inner + part[spans.data_end :]
        return _with_dimension(made, edits) if edits else made

    def _row(
        self,
        number: int,
        row: RowSpan | None,
        model: RowSpan | None,
        edits: Mapping[int, WrittenValue | _Formula],
    ) -> bytes:
        """One row with its changed cells; a new one looks as its model does."""
        own = {cell.column: cell for cell in row.cells} if row else {}
        looks = {cell.column: cell for cell in model.cells} if model else {}
        pieces = []
        written: dict[int, tuple[str, WrittenValue]] = {}
        columns = {*own, *edits} if row else {*looks, *edits}
        for column in sorted(columns):
            if column not in edits and column in own:
                cell = own[column]
                pieces.append(self.spans.part[cell.start : cell.end])
                continue
            style = self._style(column, own.get(column), looks.get(column), row or model)
            value = edits.get(column)
            if model is not None and not isinstance(value, _Formula):
                written[column] = (style, value)
            pieces.append(self._cell((number, column), style, value).encode())
        head = self._head(number, row, model, columns)
        looked = row or model
        head = with_height(head, looked.attributes if looked else {}, self.heights.needed(written))
        end = f"</{self.spans.prefix}row>".encode()
        return head + b"".join(pieces) + end

    def _style(
        self, column: int, own: CellSpan | None, look: CellSpan | None, row: RowSpan | None
    ) -> str:
        if own is not None:
            return own.style
        if look is not None:
            return look.style
        by_row = row.attributes.get("s", "") if row else ""
        return by_row or self.spans.column_style(column)

    def _cell(self, place: Place, style: str, value: WrittenValue | _Formula) -> str:
        if isinstance(value, _Formula):
            return self.cells.formula(place, style, value.text, value.value, value.kind)
        return self.cells.cell(place, style, format_of(style, self.formats), value)

    def _head(
        self, number: int, row: RowSpan | None, model: RowSpan | None, columns: set[int]
    ) -> bytes:
        first, last = min(columns, default=0) + 1, max(columns, default=0) + 1
        if row is not None:
            head = self.spans.part[row.start : row.head_end]
            head = head[:-2].rstrip() + b">" if head.endswith(b"/>") else head
            return _SPANS.sub(
                lambda found: (
                    b"%b%d:%d%b"
                    % (found[1], min(int(found[2]), first), max(int(found[3]), last), found[4])
                ),
                head,
            )
        kept = model.attributes if model else {}
        looks = "".join(
            f' {name}="{escaped(kept[name])}"' for name in _OWN_ROW_KEPT if name in kept
        )
        return f'<{self.spans.prefix}row r="{number + 1}"{looks}>'.encode()


@dataclass(frozen=True, slots=True)
class _Formula:
    """A formula to be written, with the value and kind it had."""

    text: str
    value: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Formulas:
    """The formulas of a sheet, and how those of a first row go on in the rows below."""

    texts: Mapping[Place, str]

    def extended(
        self, areas: tuple[FilledArea, ...], edits: Mapping[Place, object]
    ) -> dict[Place, str]:
        """The formulas that filled rows lack though the first row of their area has them."""
        fresh = {}
        for area in areas:
            per_row = {
                column: text
                for (row, column), text in self.texts.items()
                if row == area.first_row and _is_of_row(text, row)
            }
            for row in range(area.first_row + 1, area.first_row + len(area.rows)):
                for column, text in per_row.items():
                    place = (row, column)
                    if place not in self.texts and place not in edits:
                        fresh[place] = moved(text, (area.first_row, column), place)
        return fresh


def _is_of_row(text: str, row: int) -> bool:
    """Whether a formula speaks of its own row, and not of rows that happen to begin with it."""
    text = _RANGE.sub(lambda found: found[0] if found[1] == found[2] else "", text)
    return re.search(rf"(?<![\d$A-Za-z!])\$?[A-Za-z]{{1,3}}{row + 1}(?!\d)", text) is not None


def moved(text: str, origin: Place, place: Place) -> str:
    """A formula as it reads in another cell."""
    translator = Translator(f"={text}", cell_name(*origin))
    translated: str = translator.translate_formula(cell_name(*place))
    return translated.removeprefix("=")


def _models(areas: tuple[FilledArea, ...]) -> dict[int, int]:
    """For each filled row the row whose look a missing one takes."""
    return {
        row: area.first_row
        for area in areas
        for row in range(area.first_row, area.first_row + len(area.rows))
    }


def _with_dimension(part: bytes, edits: Mapping[Place, object]) -> bytes:
    """The sheet says how far it reaches; some readers believe it."""
    found = _DIMENSION.search(part)
    if found is None:
        return part
    try:
        top, left, bottom, right = area_of(found[2].decode())
    except ValueError:
        return part
    rows, columns = [row for row, _ in edits], [column for _, column in edits]
    first = cell_name(min(top, *rows), min(left, *columns))
    last = cell_name(max(bottom, *rows), max(right, *columns))
    return part[: found.start(2)] + f"{first}:{last}".encode() + part[found.end(2) :]
