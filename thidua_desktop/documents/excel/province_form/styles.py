"""How cells show what stands in them, by the number of their format."""

from __future__ import annotations

import re

from thidua_desktop.application.province_workbooks.template import CellFormat
from thidua_desktop.documents.excel.province_form.package import Package

_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in number formats that show dates or times (ECMA-376 part 1, 18.8.30)."""

_PERCENTS = frozenset({9, 10})
_TEXT = 49
_GENERAL = 0
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


def cell_formats(package: Package) -> list[CellFormat]:
    """The kind of each format of the workbook, in the order that cells count them."""
    part = next(iter(package.of_kind(package.workbook, "styles")), "")
    tree = package.tree(part)
    if tree is None:
        return []
    own: dict[int, str] = {}
    formats: list[CellFormat] = []
    for element in tree:
        name = element.tag.rpartition("}")[2]
        if name == "numFmts":
            own |= {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in element}
        elif name == "cellXfs":
            formats = [_format(int(one.get("numFmtId", "0")), own) for one in element]
    return formats


def wrapped_formats(package: Package) -> frozenset[str]:
    """The formats whose cells break their text into lines, as cells count them."""
    part = next(iter(package.of_kind(package.workbook, "styles")), "")
    tree = package.tree(part)
    formats = tree.findall("{*}cellXfs") if tree is not None else []
    return frozenset(
        str(number)
        for group in formats
        for number, one in enumerate(group)
        if any(said.get("wrapText") in ("1", "true") for said in one.findall("{*}alignment"))
    )


def _format(number: int, own: dict[int, str]) -> CellFormat:
    if number in own:
        return _by_code(_QUOTED.sub("", own[number]).strip().lower())
    if number in _DATES:
        return CellFormat.DATE
    if number in _PERCENTS:
        return CellFormat.PERCENT
    named = {_TEXT: CellFormat.TEXT, _GENERAL: CellFormat.GENERAL}
    return named.get(number, CellFormat.NUMBER)


def _by_code(code: str) -> CellFormat:
    named = {"@": CellFormat.TEXT, "general": CellFormat.GENERAL, "": CellFormat.GENERAL}
    if "%" in code:
        return CellFormat.PERCENT
    shows_days = _DATE_LETTERS.search(code) is not None
    return named.get(code, CellFormat.DATE if shows_days else CellFormat.NUMBER)


def format_of(style: str, formats: list[CellFormat]) -> CellFormat:
    """The kind of one cell's format."""
    number = int(style) if style.isdigit() else 0
    return formats[number] if number < len(formats) else CellFormat.GENERAL
