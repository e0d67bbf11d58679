"""What the lookups of a province's form come to, so that readers without Excel see them too.

Only the functions that such forms use are computed; whatever else depends on our cells loses its
old value and is computed when the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from thidua_desktop.application.grids import CellFault, CellValue, SheetGrid
from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.documents.excel.province_form.formula_functions import (
    FUNCTIONS,
    ExcelError,
    Result,
    join,
)
from thidua_desktop.documents.excel.province_form.formula_reading import (
    Literal,
    Name,
    Node,
    NotUnderstood,
    Range,
    Sign,
    read_formula,
)

_DEEPEST = 60
_LARGEST_RANGE = 200_000


@dataclass
class FormulaValues:
    """Computes formulas of a workbook.

    Attributes:
        formulas: by sheet and place.
        written: the places of ours, whose dependents have to be computed anew.
    """

    grids: Mapping[str, SheetGrid]
    formulas: Mapping[tuple[str, Place], str]
    names: Mapping[str, str]
    written: frozenset[tuple[str, Place]]
    _known: dict[tuple[str, Place], Result | ExcelError | NotUnderstood] = field(
        default_factory=dict
    )
    _touched: dict[tuple[str, Place], bool] = field(default_factory=dict)
    _under_way: list[tuple[str, Place]] = field(default_factory=list)

    def value(self, sheet: str, place: Place) -> Result:
        """What a formula comes to.

        Raises:
            ExcelError: it comes to an error.
            NotUnderstood: it can't be computed here.
        """
        key = (sheet, place)
        if key not in self._known:
            self._known[key] = self._computed(key)
        if self._under_way and self._touched.get(key):
            self._touched[self._under_way[-1]] = True
        known = self._known[key]
        if isinstance(known, ExcelError | NotUnderstood):
            raise known
        return known

    def depends_on_us(self, sheet: str, place: Place) -> bool:
        """Whether a formula that was computed, or tried, looked at a cell of ours."""
        return self._touched.get((sheet, place), False)

    def _computed(self, key: tuple[str, Place]) -> Result | ExcelError | NotUnderstood:
        if key in self._under_way or len(self._under_way) > _DEEPEST:
            return NotUnderstood("circle")
        self._under_way.append(key)
        try:
            node = read_formula(self.formulas[key])
            return self._plain(self.of(node, key[0]))
        except ExcelError as error:
            return error
        except NotUnderstood as error:
            self._touched[key] = self._touched.get(key, False) or self._may_touch(key)
            return error
        finally:
            self._under_way.pop()

    def _may_touch(self, key: tuple[str, Place]) -> bool:
        """Of what can't be read it is assumed that it looks at our cells."""
        return bool(self.written) and key[0] in {sheet for sheet, _ in self.written}

    def _plain(self, value: Result | Range) -> Result:
        if isinstance(value, Range):
            return self.cell(value.sheet, value.area[:2])
        return Decimal(0) if value is None else value

    def cell(self, sheet: str, place: Place) -> Result:
        """What stands in a cell, its formula computed."""
        key = (sheet, place)
        if key in self.written and self._under_way:
            self._touched[self._under_way[-1]] = True
        if key in self.formulas:
            return self.value(sheet, place)
        grid = self.grids.get(sheet)
        return _as_result(grid.value(*place)) if grid else None

    def cells(self, found: Range) -> Iterator[Result]:
        """What stands in the cells of a range, row by row."""
        top, left, bottom, right = found.area
        grid = self.grids.get(found.sheet)
        deepest = len(grid.rows) - 1 if grid else -1
        if (bottom - top + 1) * (right - left + 1) > _LARGEST_RANGE:
            raise NotUnderstood("range")
        for row in range(top, min(bottom, deepest) + 1):
            for column in range(left, right + 1):
                yield self.cell(found.sheet, (row, column))

    def of(self, node: Node | None, sheet: str) -> Result | Range:
        """What a part of a formula comes to, a range as it is."""
        if node is None or isinstance(node, Literal):
            return node.value if node else None
        if isinstance(node, Range):
            return Range(self._sheet(node.sheet or sheet), node.area)
        if isinstance(node, Name):
            return self._named(node.name, sheet)
        if isinstance(node, Sign):
            return join(node.sign, self.one(node.left, sheet), self.one(node.right, sheet))
        return self._called(node.name, node.arguments, sheet)

    def _sheet(self, title: str) -> str:
        for known in self.grids:
            if known.casefold() == title.casefold():
                return known
        raise NotUnderstood(title)

    def _named(self, name: str, sheet: str) -> Result | Range:
        if name.upper() in ("TRUE", "FALSE"):
            return name.upper() == "TRUE"
        text = self.names.get(name.casefold())
        if text is None:
            raise NotUnderstood(name)
        return self.of(read_formula(text), sheet)

    def one(self, node: Node | None, sheet: str) -> Result:
        """A single value."""
        value = self.of(node, sheet)
        if isinstance(value, Range):
            if value.area[:2] != value.area[2:]:
                raise NotUnderstood("array")
            return self.cell(value.sheet, value.area[:2])
        return value

    def _called(self, name: str, nodes: tuple[Node | None, ...], sheet: str) -> Result | Range:
        function = FUNCTIONS.get(name.removeprefix("_XLFN."))
        if function is None:
            raise NotUnderstood(name)
        return function(self, nodes, sheet)

    def range_of(self, node: Node | None, sheet: str) -> Range:
        """A range; raises `NotUnderstood` for anything else."""
        value = self.of(node, sheet)
        if not isinstance(value, Range):
            raise NotUnderstood("range")
        return value


def _as_result(value: CellValue) -> Result:
    if isinstance(value, CellFault):
        raise ExcelError if value is CellFault.EXCEL_ERROR else NotUnderstood("no value")
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return Decimal(str(value))
    raise NotUnderstood("day")
