"""The parts of a workbook after rows were added to a sheet: every reference leads where it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import unescape

from thidua_desktop.application.grids import column_letters
from thidua_desktop.documents.excel.province_form.cell_xml import escaped
from thidua_desktop.documents.excel.province_form.package import Package
from thidua_desktop.documents.excel.province_form.reading import formulas_of
from thidua_desktop.documents.excel.province_form.row_growth import RowGrowth
from thidua_desktop.documents.excel.province_form.spans import CellSpan, RowSpan, read_spans

_ROW_NUMBER = re.compile(rb'(\sr\s*=\s*["\'])(\d+)')
_CELL_NAME = re.compile(rb'(\sr\s*=\s*["\'][A-Za-z]+)(\d+)')
_FORMULA = re.compile(rb"<((?:\w+:)?)f\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?f>)", re.DOTALL)
_SHARING = re.compile(rb"""\s(?:t|si)\s*=\s*["'](?:shared|\d+)["']|\sref\s*=\s*["'][^"']*["']""")
_ARRAY_REF = re.compile(rb"""(\sref\s*=\s*["'])([^"']*)""")
_GROWING = rb"(?:dataValidation|conditionalFormatting|protectedRange|ignoredError)"
_SQREF = re.compile(rb"""(<(?:\w+:)?%b\b[^>]*?\ssqref\s*=\s*["'])([^"']*)""" % _GROWING)
_XM_SQREF = re.compile(rb"(<xm:sqref>)([^<]*)")
_FILTER = re.compile(
    rb"""(<(?:\w+:)?(?:autoFilter|sortState|table)\b[^>]*?\sref\s*=\s*["'])([^"']*)"""
)
_MOVING = re.compile(
    rb"""(<(?:\w+:)?(?:mergeCell|hyperlink|comment|threadedComment)\b[^>]*?\sref\s*=\s*["'])([^"']*)"""
)
_VIEW = re.compile(rb"""(\s(?:activeCell|topLeftCell)\s*=\s*["'])([^"']*)""")
_RULE = re.compile(rb"(<(?:\w+:)?(?:formula1?|formula2|f)>)([^<]*)(?=</)")
_BREAK = re.compile(rb"""(<(?:\w+:)?brk\b[^>]*?\sid\s*=\s*["'])(\d+)""")
_NAME = re.compile(rb"(<(?:\w+:)?definedName\b[^>]*>)([^<]*)")
_DRAWN = re.compile(rb"(<(?:\w+:)?row>)(\d+)")
_CHART = re.compile(rb"(<(?:\w+:)?f>)([^<]*)")
_VML_ROW = re.compile(rb"(<(?:\w+:)?Row>\s*)(\d+)")
_VML_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>\s*)([\d,\s]+)")
_SOURCE = re.compile(rb"""(<(?:\w+:)?worksheetSource\b[^>]*?\sref\s*=\s*["'])([^"']*)""")
_MERGE_COUNT = re.compile(rb"""(<(?:\w+:)?mergeCells\b[^>]*?\scount\s*=\s*["'])(\d+)""")
_MERGES_END = re.compile(rb"</((?:\w+:)?)mergeCells>")
_ROW_BREAKS = re.compile(rb"<(?:\w+:)?rowBreaks\b.*?</(?:\w+:)?rowBreaks>", re.DOTALL)


def grown(package: Package, parts: Mapping[str, bytes], growth: RowGrowth) -> dict[str, bytes]:
    """The parts that differ once an area has grown.

    `parts` is what was changed before; the package's own parts stand for the rest.
    """
    changed: dict[str, bytes] = {}
    for part, change in _changes(package, growth):
        before = changed.get(part, parts.get(part, package.parts.get(part, b"")))
        after = change(before)
        if after != before:
            changed[part] = after
    return changed


def _changes(package: Package, growth: RowGrowth) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """Each part that may name rows of the sheet, with what becomes of it."""
    for sheet in package.sheets:
        yield sheet.part, partial(_sheet, title=sheet.title, growth=growth)
        if sheet.title == growth.sheet:
            for kind, change in _BESIDE.items():
                for part in package.of_kind(sheet.part, kind):
                    yield part, partial(_beside, change, growth)
    for part in package.parts:
        if "/charts/chart" in part:
            yield part, partial(_formulas, _CHART, growth=growth, home="")
        elif "/pivotCacheDefinition" in part and part.endswith(".xml"):
            yield part, partial(_texts, _SOURCE, change=growth.ref)
    yield package.workbook, partial(_formulas, _NAME, growth=growth, home="")


def _beside(change: Callable[[bytes, RowGrowth], bytes], growth: RowGrowth, part: bytes) -> bytes:
    return change(part, growth)


def _texts(pattern: re.Pattern[bytes], part: bytes, change: Callable[[str], str]) -> bytes:
    return pattern.sub(lambda m: m[1] + change(m[2].decode()).encode(), part)


def _numbers(pattern: re.Pattern[bytes], part: bytes, change: Callable[[int], int]) -> bytes:
    return pattern.sub(lambda m: m[1] + str(change(int(m[2]))).encode(), part)


def _formulas(pattern: re.Pattern[bytes], part: bytes, growth: RowGrowth, home: str) -> bytes:
    """Formulas outside of cells; print areas are several, parted by commas."""

    def change(text: str) -> str:
        plain = unescape(text)
        after = growth.formula(plain, home)
        return text if after == plain else escaped(after)

    return _texts(pattern, part, change)


def _sheet(part: bytes, title: str, growth: RowGrowth) -> bytes:
    """One sheet: its rows where it is the one that grew, its formulas in any case."""
    is_own = title == growth.sheet
    spans = read_spans(part)
    texts = formulas_of(spans)
    pieces = [
        _row(part, row, texts, title, growth) if row.cells or is_own else part[row.start : row.end]
        for row in spans.rows
    ]
    before, after = part[: spans.data_start], part[spans.data_end :]
    if is_own:
        before = _texts(_VIEW, before, growth.moved_area)
        after = _with_merges(_around(after, growth), spans.merged, growth)
    after = _formulas(_RULE, after, growth, title)
    return before + b"".join(pieces) + after


def _around(after: bytes, growth: RowGrowth) -> bytes:
    """What follows the rows: merged cells, rules, validations, page breaks."""
    for pattern in (_SQREF, _XM_SQREF):
        after = _texts(pattern, after, growth.areas)
    after = _texts(_FILTER, after, growth.ref)
    after = _texts(_MOVING, after, growth.moved_area)
    return _ROW_BREAKS.sub(
        lambda found: _numbers(_BREAK, found[0], lambda row: growth.row(row - 1) + 1), after
    )


def _with_merges(after: bytes, merged: list[tuple[int, int, int, int]], growth: RowGrowth) -> bytes:
    """The new rows have the merged cells that the area's first row has."""
    own = [
        (left, right)
        for top, left, bottom, right in merged
        if top == bottom == growth.first and right > left
    ]
    fresh = [
        f"{column_letters(left)}{row + 1}:{column_letters(right)}{row + 1}"
        for row in range(growth.last + 1, growth.last + 1 + growth.count)
        for left, right in own
    ]
    end = _MERGES_END.search(after)
    if end is None or not fresh:
        return after
    p = end[1]
    made = b"".join(b'<%bmergeCell ref="%b"/>' % (p, ref.encode()) for ref in fresh)
    grown_after = after[: end.start()] + made + after[end.start() :]
    return _numbers(_MERGE_COUNT, grown_after, lambda count: count + len(fresh))


def _row(
    part: bytes, row: RowSpan, texts: Mapping[tuple[int, int], str], title: str, growth: RowGrowth
) -> bytes:
    """One row, moved where it stood below the area, its formulas leading where they did."""
    is_moved = title == growth.sheet and growth.row(row.number) != row.number
    number = str(growth.row(row.number) + 1).encode()
    head = part[row.start : row.head_end]
    head = _ROW_NUMBER.sub(lambda m: m[1] + number, head, count=1) if is_moved else head
    pieces, place = [head], row.head_end
    for cell in row.cells:
        pieces.append(part[place : cell.start])
        content = _cell(part, cell, texts, title, growth)
        if is_moved:
            content = _CELL_NAME.sub(lambda m: m[1] + number, content, count=1)
        pieces.append(content)
        place = cell.end
    return b"".join(pieces) + part[place : row.end]


def _cell(
    part: bytes,
    cell: CellSpan,
    texts: Mapping[tuple[int, int], str],
    title: str,
    growth: RowGrowth,
) -> bytes:
    """A cell with its formula; one that was shared has its own from now on."""
    content = part[cell.start : cell.end]
    text = texts.get((cell.row, cell.column))
    if text is None:
        return content
    after = growth.formula(text, title, cell.row)
    is_own = title == growth.sheet
    kind = cell.formula_attributes.get("t", "")
    if after == text and not (is_own and kind):
        return content

    def written(found: re.Match[bytes]) -> bytes:
        attributes = found[2]
        if kind == "shared":
            attributes = _SHARING.sub(b"", attributes)
        elif is_own:
            attributes = _texts(_ARRAY_REF, attributes, growth.ref)
        p = found[1]
        return b"<%bf%b>%b</%bf>" % (p, attributes, escaped(after).encode(), p)

    return _FORMULA.sub(written, content, count=1)


def _table(part: bytes, growth: RowGrowth) -> bytes:
    return _texts(_FILTER, part, growth.ref)


def _drawing(part: bytes, growth: RowGrowth) -> bytes:
    return _numbers(_DRAWN, part, growth.row)


def _comments(part: bytes, growth: RowGrowth) -> bytes:
    return _texts(_MOVING, part, growth.moved_area)


def _notes(part: bytes, growth: RowGrowth) -> bytes:
    """The old drawing of comments: the cell's row, and the rows of the frame's edges."""
    part = _numbers(_VML_ROW, part, growth.row)

    def change(text: str) -> str:
        numbers = [int(one) for one in text.split(",")]
        for edge in (2, 6):
            if edge < len(numbers):
                numbers[edge] = growth.row(numbers[edge])
        return ", ".join(map(str, numbers))

    return _texts(_VML_ANCHOR, part, change)


_BESIDE: Mapping[str, Callable[[bytes, RowGrowth], bytes]] = {
    "table": _table,
    "drawing": _drawing,
    "comments": _comments,
    "threadedComment": _comments,
    "vmlDrawing": _notes,
}
"""The parts beside a sheet that name its rows."""
