"""A province's workbook opened: sheets with what their cells hold, show, take and compute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from defusedxml.ElementTree import fromstring
from openpyxl.formula.translate import Translator

from thidua_desktop.application.grids import CellValue, SheetGrid, cell_name
from thidua_desktop.application.province_workbooks.template import (
    CellFormat,
    FormTemplate,
    Place,
    TemplateSheet,
)
from thidua_desktop.documents.excel.province_form.cell_reading import (
    cell_value,
    epoch,
    shared_strings,
)
from thidua_desktop.documents.excel.province_form.lists import (
    ListReader,
    catalogues,
    named_areas,
)
from thidua_desktop.documents.excel.province_form.package import (
    Package,
    SheetPart,
    read_package,
    suffix_of,
)
from thidua_desktop.documents.excel.province_form.spans import SheetSpans, read_spans
from thidua_desktop.documents.excel.province_form.styles import (
    cell_formats,
    format_of,
    wrapped_formats,
)
from thidua_desktop.domain.reasons import Issue, Severity

_WIDEST = 500


@dataclass(frozen=True)
class OpenedWorkbook:
    """A workbook's parts with the sheets' cells at hand."""

    path: Path
    package: Package

    @cached_property
    def texts(self) -> list[str]:
        """The common texts."""
        return shared_strings(self.package)

    @cached_property
    def formats(self) -> list[CellFormat]:
        """The kinds of formats."""
        return cell_formats(self.package)

    @cached_property
    def wrapped(self) -> frozenset[str]:
        """The formats that break lines."""
        return wrapped_formats(self.package)

    @cached_property
    def first_day(self) -> dt.date:
        """The day that dates count from."""
        return epoch(self.package)

    @cached_property
    def spans(self) -> Mapping[str, SheetSpans]:
        """The cells of each sheet, by its title."""
        return {
            sheet.title: read_spans(self.package.parts[sheet.part]) for sheet in self.package.sheets
        }

    @cached_property
    def grids(self) -> Mapping[str, SheetGrid]:
        """The values of each sheet, by its title."""
        return {sheet.title: self._grid(sheet) for sheet in self.package.sheets}

    def _grid(self, sheet: SheetPart) -> SheetGrid:
        spans = self.spans[sheet.title]
        found: dict[Place, CellValue] = {}
        for row in spans.rows:
            for cell in row.cells:
                kind = format_of(cell.style, self.formats)
                value = cell_value(cell, self.texts, kind, self.first_day)
                if value is not None and cell.column < _WIDEST:
                    found[cell.row, cell.column] = value
        height = max((row for row, _ in found), default=-1) + 1
        width = max((column for _, column in found), default=-1) + 1
        rows: list[list[CellValue]] = [[None] * width for _ in range(height)]
        for (row_number, column), value in found.items():
            rows[row_number][column] = value
        hidden = frozenset(
            row.number for row in spans.rows if row.attributes.get("hidden") in ("1", "true")
        )
        return SheetGrid(
            sheet.title,
            sheet.is_visible,
            tuple(map(tuple, rows)),
            tuple(spans.merged),
            hidden,
        )

    def template(self) -> FormTemplate:
        """What can be pointed at."""
        lists = ListReader(self.grids, named_areas(self.package))
        return FormTemplate(
            name=self.path.name,
            suffix=suffix_of(self.package),
            sheets=tuple(self._sheet(sheet, lists) for sheet in self.package.sheets),
            notes=tuple(self._notes()),
            losses=tuple(self._losses()),
            catalogues=catalogues(self.grids.values()),
            named_lists=lists.named_lists(),
        )

    def _sheet(self, sheet: SheetPart, lists: ListReader) -> TemplateSheet:
        spans = self.spans[sheet.title]
        cells = [cell for row in spans.rows for cell in row.cells]
        columns = {
            column: format_of(style, self.formats)
            for first, last, style in spans.column_styles
            for column in range(first, min(last, _WIDEST) + 1)
        }
        return TemplateSheet(
            grid=self.grids[sheet.title],
            formulas=formulas_of(spans),
            formats={
                (cell.row, cell.column): format_of(cell.style, self.formats)
                for cell in cells
                if cell.style
            },
            column_formats=columns,
            lists=lists.rules(fromstring(self.package.parts[sheet.part]), sheet.title),
            is_protected=spans.is_protected,
        )

    def _notes(self) -> list[Issue]:
        notes = []
        if suffix_of(self.package) == ".xlsm":
            notes.append(_note("province_form_macros_kept", self.path.name))
        notes += [
            _note("province_form_protected", self.path.name, sheet.title)
            for sheet in self.package.sheets
            if sheet.is_visible and self.spans[sheet.title].is_protected
        ]
        return notes

    def _losses(self) -> list[Issue]:
        if any(name.startswith("_xmlsignatures/") for name in self.package.parts):
            return [Issue("province_form_signature_lost", Severity.WARNING, self.path.name)]
        return []


def _note(code: str, file: str, sheet: str = "") -> Issue:
    return Issue(code, Severity.NOTE, file, sheet)


def open_workbook(path: Path) -> OpenedWorkbook:
    """Open a workbook after the guarded look; raises as `read_package`."""
    return OpenedWorkbook(path, read_package(path))


def formulas_of(spans: SheetSpans) -> dict[Place, str]:
    """The formula of each cell, those of shared ones written out."""
    shared: dict[str, tuple[str, str]] = {}
    found: dict[Place, str] = {}
    for row in spans.rows:
        for cell in row.cells:
            if cell.formula is None:
                continue
            key = cell.formula_attributes.get("si", "")
            name = cell_name(cell.row, cell.column)
            is_shared = cell.formula_attributes.get("t") == "shared"
            if is_shared and cell.formula:
                shared[key] = (cell.formula, name)
            if cell.formula:
                found[cell.row, cell.column] = cell.formula
            elif is_shared and key in shared:
                text, origin = shared[key]
                moved = Translator(f"={text}", origin).translate_formula(name)
                found[cell.row, cell.column] = moved.removeprefix("=")
    return found
