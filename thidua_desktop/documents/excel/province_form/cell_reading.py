"""The values of a sheet as plain values, from its cells and the workbook's common texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from thidua_desktop.application.grids import CellFault, CellValue
from thidua_desktop.application.province_workbooks.template import CellFormat
from thidua_desktop.documents.excel.province_form.package import Package
from thidua_desktop.documents.excel.province_form.spans import CellSpan
from thidua_desktop.domain.vietnamese.cleaning import clean_multiline

_EPOCH = dt.date(1899, 12, 30)
_EPOCH_1904 = dt.date(1904, 1, 1)
_LAST_SERIAL = 2_958_465


def shared_strings(package: Package) -> list[str]:
    """The texts that cells name by number; the reading of Japanese names is left out."""
    part = next(iter(package.of_kind(package.workbook, "sharedStrings")), "")
    tree = package.tree(part)
    found = []
    for item in tree if tree is not None else ():
        words = []
        for element in item:
            name = element.tag.rpartition("}")[2]
            if name == "t":
                words.append(element.text or "")
            elif name == "r":
                words += [one.text or "" for one in element if one.tag.endswith("}t")]
        found.append("".join(words))
    return found


def epoch(package: Package) -> dt.date:
    """The day that the workbook counts its dates from."""
    tree = package.tree(package.workbook)
    for element in tree if tree is not None else ():
        if element.tag.endswith("}workbookPr") and element.get("date1904") in ("1", "true"):
            return _EPOCH_1904
    return _EPOCH


def cell_value(
    cell: CellSpan, texts: Sequence[str], kind: CellFormat, first_day: dt.date
) -> CellValue:
    """What a cell shows, formulas by the value that was kept of them."""
    raw = cell.value
    if raw is None:
        return CellFault.FORMULA_WITHOUT_VALUE if cell.formula is not None else None
    match cell.attributes.get("t", "n"):
        case "s":
            return _shared(raw, texts)
        case "str" | "inlineStr" | "d":
            return clean_multiline(raw) or None
        case "b":
            return raw == "1"
        case other:
            return CellFault.EXCEL_ERROR if other == "e" else _number(raw, kind, first_day)


def _shared(raw: str, texts: Sequence[str]) -> CellValue:
    place = int(raw) if raw.isdigit() else -1
    return clean_multiline(texts[place]) or None if 0 <= place < len(texts) else None


def _number(raw: str, kind: CellFormat, first_day: dt.date) -> CellValue:
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw or None
    if not number.is_finite() or abs(number) > 10**15:
        return raw
    if kind is CellFormat.DATE and 0 < number < _LAST_SERIAL:
        return first_day + dt.timedelta(days=int(number))
    return int(number) if number == number.to_integral_value() else float(number)
