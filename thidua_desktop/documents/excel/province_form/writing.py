"""Fills a copy of a province's workbook: cells are changed, all the rest stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from thidua_desktop.application.province_workbooks.filling import (
    FilledArea,
    FilledSheet,
    WrittenCopy,
)
from thidua_desktop.application.province_workbooks.template import FormTemplate
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.province_form.cell_xml import CellWriter
from thidua_desktop.documents.excel.province_form.computed_parts import computed
from thidua_desktop.documents.excel.province_form.grown_parts import grown
from thidua_desktop.documents.excel.province_form.package import BROKEN, Package
from thidua_desktop.documents.excel.province_form.reading import OpenedWorkbook, open_workbook
from thidua_desktop.documents.excel.province_form.row_growth import RowGrowth
from thidua_desktop.documents.excel.province_form.row_heights import RowHeights
from thidua_desktop.documents.excel.province_form.sheet_writing import SheetWriter
from thidua_desktop.documents.excel.province_form.spans import read_spans
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue

_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")
_FULL_CALC = re.compile(rb"""\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')""")
_AFTER_CALC = re.compile(
    rb"<(?:\w+:)?(?:oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing"
    rb"|fileRecoveryPr|webPublishObjects|extLst)\b|</(?:\w+:)?workbook\s*>"
)
"""What may follow ``calcPr`` in a workbook (ECMA-376 part 1, 18.2.27)."""


class ExcelProvinceWorkbooks:
    """Port `ProvinceWorkbooks`."""

    def open(self, path: Path) -> FormTemplate:
        """Open a workbook to point at; raises as `read_package`."""
        opened = open_workbook(path)
        try:
            return opened.template()
        except BROKEN as error:
            raise _broken(path) from error

    def write(self, template: Path, sheets: tuple[FilledSheet, ...], path: Path) -> WrittenCopy:
        """Write a copy of a template with some cells filled; the template is never written.

        Raises:
            InputError: the template is broken.
            EnvironmentFault: the copy can't be written.
        """
        opened = open_workbook(template)
        try:
            content = _filled(opened, sheets)
        except BROKEN as error:
            raise _broken(template) from error
        changed = _compared(opened.package, content)
        with replace_atomically(path) as temporary:
            temporary.write_bytes(content)
        return WrittenCopy(path, len(opened.package.parts) - len(changed), changed)


def _broken(path: Path) -> InputError:
    issue = Issue("workbook_unreadable", file=path.name)
    return InputError("province_form_refused", (issue,), file=path.name)


def _filled(opened: OpenedWorkbook, sheets: tuple[FilledSheet, ...]) -> bytes:
    """The copy's bytes."""
    package = opened.package
    parts = {sheet.title: sheet.part for sheet in package.sheets}
    changed: dict[str, bytes] = {}
    has_new_formulas = False
    for sheet in sheets:
        has_new_formulas = _with_room(opened, sheet, changed) or has_new_formulas
        part = parts[sheet.title]
        spans = read_spans(changed.get(part, package.parts[part]))
        cells = CellWriter(spans.prefix, opened.first_day)
        writer = SheetWriter(spans, opened.formats, cells, RowHeights(spans, opened.wrapped))
        changed[part], touched = writer.write(moved_down(sheet))
        has_new_formulas = has_new_formulas or bool(touched)
    if any(b"f>" in package.parts[part] for part in parts.values()):
        workbook = changed.get(package.workbook, package.parts[package.workbook])
        changed[package.workbook] = _calculating(workbook)
    changed |= _computed(opened, changed, sheets)
    dropped = _without_chain(package, changed) if has_new_formulas else frozenset()
    return package.with_parts(changed, dropped)


def _computed(
    opened: OpenedWorkbook, changed: Mapping[str, bytes], sheets: tuple[FilledSheet, ...]
) -> dict[str, bytes]:
    """The sheets whose formulas come to something else now."""
    package = opened.package
    parts = {name: changed.get(name, part) for name, part in package.parts.items()}
    after = OpenedWorkbook(opened.path, replace(package, parts=parts))
    written = frozenset(
        (sheet.title, place)
        for sheet in map(moved_down, sheets)
        for place in (*sheet.cells, *(place for area in sheet.areas for place in area.places()))
    )
    return computed(after, written)


def _with_room(opened: OpenedWorkbook, sheet: FilledSheet, changed: dict[str, bytes]) -> bool:
    """Put in the rows that areas lack, from the bottom up; whether any were."""
    is_grown = False
    for area in reversed(sheet.areas):
        growth = _growth(opened, sheet.title, area)
        if growth is not None:
            changed.update(grown(opened.package, changed, growth))
            is_grown = True
    return is_grown


def _growth(opened: OpenedWorkbook, title: str, area: FilledArea) -> RowGrowth | None:
    """What an area lacks: rows before what follows it, or those below what was prepared."""
    if area.last_row is not None:
        count = area.missing_rows
        return RowGrowth(title, area.first_row, area.last_row, count, moves=True) if count else None
    rows = [row.number for row in opened.spans[title].rows if row.cells]
    last = max([area.first_row, *rows])
    count = area.first_row + len(area.rows) - 1 - last
    return RowGrowth(title, area.first_row, last, count, moves=False) if count > 0 else None


def moved_down(sheet: FilledSheet) -> FilledSheet:
    """Areas and cells where they stand once the areas above them have grown."""
    areas: list[FilledArea] = []
    moved = 0
    for area in sheet.areas:
        first = area.first_row + moved
        moved += area.missing_rows
        last = None if area.last_row is None else area.last_row + moved
        areas.append(replace(area, first_row=first, last_row=last))
    cells = {}
    for (row, column), value in sheet.cells.items():
        above = [one for one in sheet.areas if one.last_row is not None and one.last_row < row]
        cells[row + sum(one.missing_rows for one in above), column] = value
    return replace(sheet, areas=tuple(areas), cells=cells)


def _calculating(workbook: bytes) -> bytes:
    """The workbook computes all its formulas anew when it is opened."""
    found = _CALC.search(workbook)
    if found:
        kept = _FULL_CALC.sub(b"", found[2]).rstrip()
        tag = b'<%bcalcPr%b fullCalcOnLoad="1"%b>' % (found[1], kept, found[3])
        return workbook[: found.start()] + tag + workbook[found.end() :]
    after = _AFTER_CALC.search(workbook)
    if after is None:
        return workbook
    prefix = re.search(rb"<(\w+:)?workbook\b", workbook)
    p = (prefix[1] or b"") if prefix else b""
    tag = b'<%bcalcPr fullCalcOnLoad="1"/>' % p
    return workbook[: after.start()] + tag + workbook[after.start() :]


def _without_chain(package: Package, changed: dict[str, bytes]) -> frozenset[str]:
    """Leave out the order of calculation, which Excel makes anew; a wrong one it calls damage."""
    chains = package.of_kind(package.workbook, "calcChain")
    if not chains:
        return frozenset()
    folder, _, name = package.workbook.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    for part, pattern in (
        (relations, rb"<(?:\w+:)?Relationship\s[^>]*calcChain[^>]*?/>"),
        ("[Content_Types].xml", rb"<(?:\w+:)?Override\s[^>]*calcChain[^>]*?/>"),
    ):
        changed[part] = re.sub(pattern, b"", changed.get(part, package.parts[part]))
    return frozenset(chains)


def _compared(package: Package, content: bytes) -> tuple[str, ...]:
    """The parts of the copy that are not as they were, read back from what will be written."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        after: Mapping[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    changed = [name for name, part in package.parts.items() if after.get(name) != part]
    return tuple(changed)
