"""A province's workbook as it was opened: what can be pointed at, and what may stand where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.province_workbooks.coding import CodeEntry, list_key
from thidua_desktop.domain.reasons import Issue

Place = tuple[int, int]
"""Row and column from 0."""


class CellFormat(StrEnum):
    """How a cell shows what stands in it."""

    GENERAL = "general"
    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A list on a sheet of the workbook that no cell's validation need name."""

    source: str
    entries: tuple[CodeEntry, ...]


@dataclass(frozen=True, slots=True)
class ListRule:
    """The cells of an area take only entries of a list.

    Attributes:
        areas: (first row, first column, last row, last column), from 0.
        source: where the list stands, as the workbook says it.
        entries: the list; empty where it depends on another cell (`INDIRECT`).
        depends: whether the list is chosen by another cell or a calculation.
        depends_on: the column whose value names the list; `None` where it can't be told.
    """

    areas: tuple[tuple[int, int, int, int], ...]
    source: str
    entries: tuple[CodeEntry, ...]
    depends: bool = False
    depends_on: int | None = None

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell lies in its areas."""
        return any(
            top <= row <= bottom and left <= column <= right
            for top, left, bottom, right in self.areas
        )


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """One sheet of the workbook.

    Attributes:
        formulas: the formula of each cell that has one, without its equals sign.
        formats: of the cells that have a format of their own.
        column_formats: of whole columns, for cells that are not there yet.
        is_protected: whether Excel keeps its locked cells from being changed by hand.
    """

    grid: SheetGrid
    formulas: Mapping[Place, str]
    formats: Mapping[Place, CellFormat]
    column_formats: Mapping[int, CellFormat]
    lists: tuple[ListRule, ...]
    is_protected: bool = False

    @property
    def title(self) -> str:
        """The sheet's title."""
        return self.grid.title

    @property
    def width(self) -> int:
        """The number of columns that hold anything."""
        return max((len(row) for row in self.grid.rows), default=0)

    def value(self, row: int, column: int) -> CellValue:
        """What stands in a cell, formulas by their last value."""
        return self.grid.value(row, column)

    def list_at(self, row: int, column: int) -> ListRule | None:
        """The list that a cell takes its entries from."""
        return next((rule for rule in self.lists if rule.covers(row, column)), None)

    def format_at(self, row: int, column: int) -> CellFormat:
        """How a cell shows what stands in it."""
        default = self.column_formats.get(column, CellFormat.GENERAL)
        return self.formats.get((row, column), default)


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """The workbook of a province.

    Attributes:
        suffix: ``.xlsx`` or ``.xlsm``; a copy keeps it.
        notes: what it bears that is worth saying, such as macros.
        losses: what a copy will not keep.
        catalogues: the lists on its sheets, with codes where they have them.
        named_lists: the lists by the name that the workbook gives them, folded.
    """

    name: str
    suffix: str
    sheets: tuple[TemplateSheet, ...]
    notes: tuple[Issue, ...] = field(default=())
    losses: tuple[Issue, ...] = field(default=())
    catalogues: tuple[Catalogue, ...] = field(default=())
    named_lists: Mapping[str, tuple[CodeEntry, ...]] = field(default_factory=dict)

    def catalogue(self, source: str) -> Catalogue | None:
        """The list that stands there."""
        return next((one for one in self.catalogues if one.source == source), None)

    def catalogue_for(self, labels: Sequence[str]) -> str:
        """Where the coded list stands that has the most of these words; empty for none."""
        wanted = {list_key(label) for label in labels}
        found = [
            (len(wanted & {list_key(entry.label) for entry in one.entries}), one.source)
            for one in self.catalogues
            if any(entry.code is not None for entry in one.entries)
        ]
        best, source = max(found, key=lambda one: one[0], default=(0, ""))
        return source if best else ""

    def sheet(self, title: str) -> TemplateSheet | None:
        """The sheet with this title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)
