"""Which cells take only entries of a list: data validations, old and new, brought to entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from thidua_desktop.application.grids import CellValue, SheetGrid, column_letters
from thidua_desktop.application.province_workbooks.coding import CodeEntry
from thidua_desktop.application.province_workbooks.template import Catalogue, ListRule
from thidua_desktop.documents.excel.province_form.package import Package
from thidua_desktop.documents.excel.province_form.spans import area_of, column_number
from thidua_desktop.domain.vietnamese.folding import fold

_REF = r"\$?[A-Za-z]{1,3}\$?\d{1,7}"
_RANGE = re.compile(rf"(?:('(?:[^']|'')+'|[^'!\s]+)!)?({_REF}(?::{_REF})?)")
_WHOLE_COLUMN = re.compile(r"(?:('(?:[^']|'')+'|[^'!\s]+)!)?\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_TABLE_COLUMN = re.compile(r'(?:INDIRECT\(\s*")?([^\[\]"(]+)\[([^\[\]"]+)\](?:"\s*\))?')
_PLAIN_INDIRECT = re.compile(r'INDIRECT\(\s*"([^"]+)"\s*\)', re.IGNORECASE)
_OFFSET = re.compile(rf"OFFSET\(\s*((?:(?:'[^']+'|[^'!,\s]+)!)?{_REF})\s*,", re.IGNORECASE)
_BY_CELL = re.compile(r"INDIRECT\([^\"]*?\$?([A-Za-z]{1,3})\$?\d+", re.IGNORECASE)
_LAST_ROW = 1_048_576
_DEEPEST = 4
_FEWEST_ENTRIES = 2
_CODE = re.compile(r"[A-Za-z0-9._/-]{1,20}")
_LIST_SHEET = re.compile(r"danh ?muc|\bdm\b|^list|ma hoa|\bma\b")
_MAX_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class NamedAreas:
    """What the names of a workbook stand for: formulas by folded name, tables by theirs."""

    formulas: Mapping[str, str]
    tables: Mapping[str, Mapping[str, str]]


def named_areas(package: Package) -> NamedAreas:
    """The defined names, and the columns of the tables as ranges."""
    formulas: dict[str, str] = {}
    tree = package.tree(package.workbook)
    for element in tree.iter() if tree is not None else ():
        if element.tag.endswith("}definedName"):
            formulas.setdefault(element.get("name", "").casefold(), (element.text or "").strip())
    tables = {}
    for sheet in package.sheets:
        for part in package.of_kind(sheet.part, "table"):
            table = package.tree(part)
            if table is not None:
                tables[table.get("displayName", "").casefold()] = _columns(sheet.title, table)
    return NamedAreas(formulas, tables)


def _columns(title: str, table: Element) -> dict[str, str]:
    top, left, bottom, _ = area_of(table.get("ref", "A1"))
    first = top + int(table.get("headerRowCount", "1"))
    last = bottom - int(table.get("totalsRowCount", "0"))
    names = [one.get("name", "") for one in table.iter() if one.tag.endswith("}tableColumn")]
    return {
        name.casefold(): f"{_quoted(title)}!{column_letters(left + place)}{first + 1}"
        f":{column_letters(left + place)}{last + 1}"
        for place, name in enumerate(names)
    }


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class ListReader:
    """Brings validations to entries; every sheet is at hand, for lists stand on other ones."""

    grids: Mapping[str, SheetGrid]
    names: NamedAreas

    def rules(self, tree: Element, title: str) -> tuple[ListRule, ...]:
        """The lists that a sheet's cells take their entries from."""
        return tuple(self._rules(tree, title))

    def _rules(self, tree: Element, title: str) -> Iterator[ListRule]:
        for element in tree.iter():
            name = element.tag.rpartition("}")[2]
            if name != "dataValidation" or element.get("type") != "list":
                continue
            formula, where = _formula_and_place(element)
            areas = tuple(_areas(where))
            if formula and areas:
                yield self._rule(areas, formula, title)

    def _rule(
        self, areas: tuple[tuple[int, int, int, int], ...], formula: str, title: str
    ) -> ListRule:
        entries = self._entries(formula, title, 0)
        by_cell = _BY_CELL.search(formula) if entries is None else None
        column = column_number(by_cell[1]) if by_cell else None
        return ListRule(areas, formula, entries or (), entries is None, column)

    def named_lists(self) -> dict[str, tuple[CodeEntry, ...]]:
        """The lists by their names, folded."""
        found = {name: self._entries(text, "", 0) for name, text in self.names.formulas.items()}
        return {name: entries for name, entries in found.items() if entries}

    def _entries(self, formula: str, title: str, depth: int) -> tuple[CodeEntry, ...] | None:
        """The entries of a list; `None` where another cell or a calculation decides."""
        formula = formula.strip().removeprefix("=").strip()
        if formula.startswith('"') and formula.endswith('"'):
            items = formula[1:-1].replace('""', '"').split(",")
            return tuple(CodeEntry(item.strip()) for item in items if item.strip())
        found = self._range(formula, title)
        if found is not None or depth > _DEEPEST:
            return found
        elsewhere = self._elsewhere(formula)
        return self._entries(elsewhere, title, depth + 1) if elsewhere else None

    def _elsewhere(self, formula: str) -> str:
        """The range that a name, a table's column, INDIRECT or OFFSET stands for; else empty."""
        named = self.names.formulas.get(formula.rpartition("!")[2].casefold())
        table = _TABLE_COLUMN.fullmatch(formula)
        plain = _PLAIN_INDIRECT.fullmatch(formula)
        offset = _OFFSET.match(formula)
        if named or not (table or plain or offset):
            return named or ""
        if table:
            columns = self.names.tables.get(table[1].strip().casefold(), {})
            return columns.get(table[2].strip().casefold(), "")
        return plain[1] if plain else _open_range(offset[1] if offset else "")

    def _range(self, formula: str, title: str) -> tuple[CodeEntry, ...] | None:
        found = _RANGE.fullmatch(formula)
        if found:
            sheet, area = found[1], area_of(found[2].replace("$", ""))
        else:
            whole = _WHOLE_COLUMN.fullmatch(formula)
            if not whole:
                return None
            sheet, area = whole[1], area_of(f"{whole[2]}1:{whole[3]}{_LAST_ROW}")
        name = title if sheet is None else sheet.strip("'").replace("''", "'")
        grid = next((g for t, g in self.grids.items() if t.casefold() == name.casefold()), None)
        return None if grid is None else tuple(_listed(grid, area))


def _open_range(first: str) -> str:
    """From a cell to the end of its column."""
    letters = re.sub(r"[^A-Za-z]", "", first.rpartition("!")[2])
    return f"{first}:{letters}{_LAST_ROW}"


def _listed(grid: SheetGrid, area: tuple[int, int, int, int]) -> Iterator[CodeEntry]:
    """The entries in a range; a code may stand in the column beside, on sheets made of two."""
    top, left, bottom, right = area
    bottom = min(bottom, len(grid.rows) - 1, top + _MAX_ENTRIES)
    is_single_row = top == bottom and right > left
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            label = label_text(grid.value(row, column))
            if label:
                code = None if is_single_row else _code_beside(grid, row, right)
                yield CodeEntry(label, code)


def _code_beside(grid: SheetGrid, row: int, column: int) -> str | int | None:
    return _code(grid.value(row, column + 1))


def _code(value: CellValue) -> str | int | None:
    return value if isinstance(value, str | int) and not isinstance(value, bool) else None


def label_text(value: CellValue) -> str:
    """An entry of a list as text."""
    if value is None or isinstance(value, bool):
        return ""
    return str(value).strip()


def _formula_and_place(element: Element) -> tuple[str, str]:
    """The list and the cells of a validation; newer ones write both as elements."""
    formula, where = "", element.get("sqref", "")
    for one in element.iter():
        name = one.tag.rpartition("}")[2]
        if name == "formula1":
            formula = one.text or "".join(inner.text or "" for inner in one)
        elif name == "sqref":
            where = one.text or ""
    return formula.strip(), where


def _areas(where: str) -> Iterator[tuple[int, int, int, int]]:
    for ref in where.split():
        try:
            yield area_of(ref)
        except ValueError:
            whole = _WHOLE_COLUMN.fullmatch(ref)
            if whole:
                yield area_of(f"{whole[2]}1:{whole[3]}{_LAST_ROW}")


def catalogues(grids: Iterable[SheetGrid]) -> tuple[Catalogue, ...]:
    """The lists on sheets that are hidden or say that they hold lists, column by column."""
    return tuple(one for grid in grids if _holds_lists(grid) for one in _catalogues(grid))


def _holds_lists(grid: SheetGrid) -> bool:
    return not grid.visible or _LIST_SHEET.search(fold(grid.title)) is not None


def _catalogues(grid: SheetGrid) -> Iterator[Catalogue]:
    """Each column of words; the column of codes beside it, on its right or else on its left."""
    width = max((len(row) for row in grid.rows), default=0)
    for column in range(width):
        rows = [row for row in range(len(grid.rows)) if label_text(grid.value(row, column))]
        words = sum(_is_words(grid.value(row, column)) for row in rows)
        if len(rows) < _FEWEST_ENTRIES or words * 2 < len(rows):
            continue
        beside = next((c for c in (column + 1, column - 1) if _is_codes(grid, rows, c)), None)
        letters = column_letters(column)
        source = f"{_quoted(grid.title)}!{letters}{rows[0] + 1}:{letters}{rows[-1] + 1}"
        yield Catalogue(source, tuple(_entry(grid, row, column, beside) for row in rows))


def _entry(grid: SheetGrid, row: int, column: int, beside: int | None) -> CodeEntry:
    label = label_text(grid.value(row, column))
    return CodeEntry(label, None if beside is None else _code(grid.value(row, beside)))


def _is_words(value: CellValue) -> bool:
    return isinstance(value, str) and not _CODE.fullmatch(value)


def _is_codes(grid: SheetGrid, rows: Sequence[int], column: int) -> bool:
    """Whether most cells of a column look like codes: short, without spaces or marks."""
    values = [grid.value(row, column) for row in rows] if column >= 0 else []
    codes = [v for v in values if isinstance(v, int) or (isinstance(v, str) and _CODE.fullmatch(v))]
    return len(codes) * 2 > len(rows)
