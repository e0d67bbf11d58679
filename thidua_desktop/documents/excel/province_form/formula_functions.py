"""The functions that provinces' forms use, as Excel computes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Protocol

from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.documents.excel.province_form.formula_reading import (
    Node,
    NotUnderstood,
    Range,
)

Result = str | Decimal | bool | None
"""A value; `None` for an empty cell."""

Nodes = tuple[Node | None, ...]


class ExcelError(Exception):
    """An error that a formula comes to, such as #N/A."""

    def __init__(self, code: str = "#N/A") -> None:
        super().__init__(code)
        self.code = code


class Cells(Protocol):
    """What a function looks at."""

    def of(self, node: Node | None, sheet: str) -> Result | Range:
        """What a part of a formula comes to, a range as it is."""
        ...

    def one(self, node: Node | None, sheet: str) -> Result:
        """A single value; raises `NotUnderstood` for a range of several."""
        ...

    def range_of(self, node: Node | None, sheet: str) -> Range:
        """A range; raises `NotUnderstood` for anything else."""
        ...

    def cell(self, sheet: str, place: Place) -> Result:
        """What stands in a cell, its formula computed."""
        ...

    def cells(self, found: Range) -> Iterator[Result]:
        """What stands in the cells of a range, row by row."""
        ...


def _lookup(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """VLOOKUP of the same words."""
    if len(nodes) != 4 or cells.one(nodes[3], sheet) not in (False, Decimal(0), None):  # noqa: PLR2004 - VLOOKUP's own four
        raise NotUnderstood("VLOOKUP")
    wanted, found = cells.one(nodes[0], sheet), cells.range_of(nodes[1], sheet)
    column = int(_number(cells.one(nodes[2], sheet)))
    top, left, _, right = found.area
    if not 1 <= column <= right - left + 1:
        raise ExcelError("#REF!")
    row = _place(cells, wanted, Range(found.sheet, (top, left, found.area[2], left)))
    return cells.cell(found.sheet, (top + row, left + column - 1))


def _match(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """MATCH of the same words."""
    if len(nodes) != 3 or _number(cells.one(nodes[2], sheet)) != 0:  # noqa: PLR2004
        raise NotUnderstood("MATCH")
    return Decimal(_place(cells, cells.one(nodes[0], sheet), cells.range_of(nodes[1], sheet)) + 1)


def _index(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """INDEX of one cell of a range."""
    found = cells.range_of(nodes[0], sheet)
    numbers = [int(_number(cells.one(node, sheet))) for node in nodes[1:]]
    top, left, bottom, right = found.area
    if len(numbers) == 1:
        numbers = [1, numbers[0]] if top == bottom and right > left else [numbers[0], 1]
    row, column = top + numbers[0] - 1, left + numbers[1] - 1
    if not (top <= row <= bottom and left <= column <= right):
        raise ExcelError("#REF!")
    return cells.cell(found.sheet, (row, column))


def _either(cells: Cells, nodes: Nodes, sheet: str) -> Result | Range:
    """IF."""
    is_so = _truth(cells.one(nodes[0], sheet))
    rest = nodes[1:] if is_so else nodes[2:]
    return cells.of(rest[0], sheet) if rest else is_so


def _unless_error(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """IFERROR, IFNA."""
    try:
        return cells.one(nodes[0], sheet)
    except ExcelError:
        return cells.one(nodes[1], sheet) if len(nodes) > 1 else ""


def _is_error(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """ISERROR, ISNA."""
    try:
        cells.one(nodes[0], sheet)
    except ExcelError:
        return True
    return False


def _is_blank(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """ISBLANK."""
    return cells.one(nodes[0], sheet) is None


def _length(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """LEN."""
    return Decimal(len(_text(cells.one(nodes[0], sheet))))


def _trimmed(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """TRIM."""
    return " ".join(_text(cells.one(nodes[0], sheet)).split())


def _total(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """SUM."""
    return sum((one for one in _all(cells, nodes, sheet) if isinstance(one, Decimal)), Decimal(0))


def _count_all(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """COUNTA."""
    return Decimal(sum(one is not None for one in _all(cells, nodes, sheet)))


def _count(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """COUNT."""
    return Decimal(sum(_is_number(one) for one in _all(cells, nodes, sheet)))


def _count_if(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """COUNTIF of the same words."""
    wanted = cells.one(nodes[1], sheet)
    if isinstance(wanted, str) and (set(wanted) & set("*?<>=~")):
        raise NotUnderstood("COUNTIF")
    listed = cells.cells(cells.range_of(nodes[0], sheet))
    return Decimal(sum(one is not None and _same(one, wanted) for one in listed))


def _all_true(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """AND."""
    return all(_truth(cells.one(node, sheet)) for node in nodes)


def _any_true(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """OR."""
    return any(_truth(cells.one(node, sheet)) for node in nodes)


def _negated(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """NOT."""
    return not _truth(cells.one(nodes[0], sheet))


def _concatenated(cells: Cells, nodes: Nodes, sheet: str) -> Result:
    """CONCATENATE."""
    return "".join(_text(cells.one(node, sheet)) for node in nodes)


def _all(cells: Cells, nodes: Nodes, sheet: str) -> Iterator[Result]:
    for node in nodes:
        value = cells.of(node, sheet)
        if isinstance(value, Range):
            yield from cells.cells(value)
        else:
            yield value


def _place(cells: Cells, wanted: Result, found: Range) -> int:
    if wanted is None:
        raise ExcelError
    if isinstance(wanted, str) and set(wanted) & set("*?~"):
        raise NotUnderstood("wildcard")
    for place, value in enumerate(cells.cells(found)):
        if value is not None and _same(value, wanted):
            return place
    raise ExcelError


def _is_number(value: Result) -> bool:
    return isinstance(value, Decimal)


def _number(value: Result) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if value is None or isinstance(value, bool):
        return Decimal(int(bool(value)))
    raise ExcelError("#VALUE!")


def _text(value: Result) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return _plain_text(value) if isinstance(value, Decimal) else value


def _plain_text(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _truth(value: Result) -> bool:
    if isinstance(value, str):
        raise ExcelError("#VALUE!")
    return bool(value)


def _same(left: Result, right: Result) -> bool:
    """As Excel compares: case aside, a number is never a text, nothing is both 0 and empty."""
    if left is None or right is None:
        other = right if left is None else left
        return other in (None, "", Decimal(0))
    if isinstance(left, str) and isinstance(right, str):
        return left.casefold() == right.casefold()
    return type(left) is type(right) and left == right


def join(sign: str, left: Result, right: Result) -> Result:
    """Two values joined by a sign; raises `ExcelError` where they can't be."""
    if sign == "&":
        return _text(left) + _text(right)
    if sign in ("=", "<>"):
        return _same(left, right) is (sign == "=")
    first, second = _number(left), _number(right)
    if sign == "/" and not second:
        raise ExcelError("#DIV/0!")
    return _ARITHMETIC[sign](first, second)


_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Result]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}


FUNCTIONS: Mapping[str, Callable[[Cells, Nodes, str], Result | Range]] = {
    "VLOOKUP": _lookup,
    "MATCH": _match,
    "INDEX": _index,
    "IF": _either,
    "IFERROR": _unless_error,
    "IFNA": _unless_error,
    "ISERROR": _is_error,
    "ISNA": _is_error,
    "ISBLANK": _is_blank,
    "LEN": _length,
    "TRIM": _trimmed,
    "SUM": _total,
    "COUNTA": _count_all,
    "COUNT": _count,
    "COUNTIF": _count_if,
    "AND": _all_true,
    "OR": _any_true,
    "NOT": _negated,
    "CONCATENATE": _concatenated,
    "CONCAT": _concatenated,
}
