"""The kept values of formulas brought up to date: computed anew, or left to the next opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.documents.excel.province_form.cell_xml import escaped
from thidua_desktop.documents.excel.province_form.formula_functions import ExcelError, Result
from thidua_desktop.documents.excel.province_form.formula_reading import NotUnderstood
from thidua_desktop.documents.excel.province_form.formula_values import FormulaValues
from thidua_desktop.documents.excel.province_form.lists import named_areas
from thidua_desktop.documents.excel.province_form.reading import OpenedWorkbook, formulas_of
from thidua_desktop.documents.excel.province_form.spans import CellSpan, SheetSpans

_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(?:/>|>.*?</(?:\w+:)?v>)", re.DOTALL)
_KIND = re.compile(rb"""(<(?:\w+:)?c\b[^>]*?)\st\s*=\s*(?:"[^"]*"|'[^']*')""")
_FORMULA_END = re.compile(rb"</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>")
_HEAD = re.compile(rb"<(?:\w+:)?c\b")


def computed(opened: OpenedWorkbook, written: frozenset[tuple[str, Place]]) -> dict[str, bytes]:
    """The sheets whose formulas come to something else than before."""
    formulas = {
        (title, place): text
        for title, spans in opened.spans.items()
        for place, text in formulas_of(spans).items()
    }
    names = named_areas(opened.package).formulas
    values = FormulaValues(opened.grids, formulas, names, written)
    changed = {}
    for sheet in opened.package.sheets:
        spans = opened.spans[sheet.title]
        part = b"".join(_pieces(spans, sheet.title, values, formulas))
        if part != spans.part:
            changed[sheet.part] = part
    return changed


def _pieces(
    spans: SheetSpans,
    title: str,
    values: FormulaValues,
    formulas: Mapping[tuple[str, Place], str],
) -> Iterator[bytes]:
    at = 0
    for row in spans.rows:
        for cell in row.cells:
            if (title, (cell.row, cell.column)) not in formulas:
                continue
            content = spans.part[cell.start : cell.end]
            after = _brought_up(content, cell, title, values)
            if after != content:
                yield spans.part[at : cell.start]
                yield after
                at = cell.end
    yield spans.part[at:]


def _brought_up(content: bytes, cell: CellSpan, title: str, values: FormulaValues) -> bytes:
    """A formula's cell with the value that it comes to; as it is where nothing of ours counts."""
    place = (cell.row, cell.column)
    kind, text = "", ""
    try:
        kind, text = _kind_and_text(values.value(title, place))
    except ExcelError as error:
        kind, text = "e", error.code
    except NotUnderstood:
        pass
    if not values.depends_on_us(title, place) and cell.value is not None:
        return content
    return _with_value(content, kind, text)


def _kind_and_text(value: Result) -> tuple[str, str]:
    if isinstance(value, bool):
        return "b", "1" if value else "0"
    if isinstance(value, Decimal):
        return "", format(value.normalize(), "f")
    return "str", value or ""


def _with_value(content: bytes, kind: str, text: str) -> bytes:
    """The cell with this kept value, without any for no kind and no text."""
    content = _KIND.sub(lambda m: m[1], _VALUE.sub(b"", content), count=1)
    if not (kind or text):
        return content
    head, end = _HEAD.match(content), None
    for found in _FORMULA_END.finditer(content):
        end = found
    if head is None or end is None:
        return content
    p = head[0][1:-1]
    typed = b' t="%b"' % kind.encode() if kind else b""
    value = b"<%bv>%b</%bv>" % (p, escaped(text).encode(), p)
    marked = content[: end.end()] + value + content[end.end() :]
    return marked[: head.end()] + typed + marked[head.end() :]
