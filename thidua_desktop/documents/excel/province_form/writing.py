"""Fills a copy of a province's workbook: cells are changed, all the rest stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from thidua_desktop.application.province_workbooks.filling import FilledSheet, WrittenCopy
from thidua_desktop.application.province_workbooks.template import FormTemplate
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.province_form.cell_xml import CellWriter
from thidua_desktop.documents.excel.province_form.package import BROKEN, Package
from thidua_desktop.documents.excel.province_form.reading import OpenedWorkbook, open_workbook
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
        part = parts[sheet.title]
        spans = read_spans(changed.get(part, package.parts[part]))
        cells = CellWriter(spans.prefix, opened.first_day)
        changed[part], touched = SheetWriter(spans, opened.formats, cells).write(sheet)
        has_new_formulas = has_new_formulas or bool(touched)
    if any(b"f>" in package.parts[part] for part in parts.values()):
        changed[package.workbook] = _calculating(package.parts[package.workbook])
    dropped = _without_chain(package, changed) if has_new_formulas else frozenset()
    return package.with_parts(changed, dropped)


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
