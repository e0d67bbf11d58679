"""One cell of a plan's workbook: what it shows of a value, and which value it says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import cast

from thidua_desktop.application.grids import CellValue
from thidua_desktop.documents.excel.plan_sheets import Holds, PlanColumn, Words
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.folding import fold

_PARTS = re.compile(r"[;\n]")
_YES = frozenset(("x", "co", "1", "true"))
_NO = frozenset(("khong", "0", "false"))
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def shown(column: PlanColumn, value: object, words: Words) -> str | int | float:
    """What a cell shows of a value of the file; empty for none."""
    of = words.get(column.of, {})
    if isinstance(value, bool) or value is None:
        return "x" if value else ""
    if isinstance(value, list):
        return _listed(column, value, of)
    if isinstance(value, int | Decimal):
        return value if isinstance(value, int) else float(value)
    told = date_text(value) if isinstance(value, dt.date) else str(value)
    return of.get(told, told)


def _listed(column: PlanColumn, values: list[object], of: Mapping[str, str]) -> str:
    if column.holds is Holds.PAIRS:
        return "; ".join(" = ".join(map(str, cast("list[object]", pair))) for pair in values)
    parted = "\n" if column.holds is Holds.LINES else "; "
    return parted.join(of.get(str(one), str(one)) for one in values)


def understood(column: PlanColumn, cell: CellValue, words: Words) -> object:
    """The value of the file that a cell says, `None` for an empty one.

    What can't be understood comes as its own text, so that the plan's reader refuses it.
    """
    text = _text(cell)
    if not text:
        return None
    if column.holds in (Holds.WHOLE, Holds.POINTS):
        return text if isinstance(cell, bool) else _number(text)
    if column.holds is Holds.DAY and isinstance(cell, dt.date):
        return cell.date() if isinstance(cell, dt.datetime) else cell
    return _BY_TEXT[column.holds](text, words.get(column.of, {}))


def _text(cell: CellValue) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _number(text: str) -> object:
    try:
        number = Decimal(text.replace(",", ".").removesuffix("%").strip())
    except InvalidOperation:
        return text
    return int(number) if number == number.to_integral_value() else number


def _day(text: str) -> object:
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return text


def _flag(text: str) -> object:
    if fold(text) in _YES:
        return True
    return None if fold(text) in _NO else text


def _code(text: str, of: Mapping[str, str]) -> str:
    """The code of a word of a closed set; the text itself where it is none."""
    said = fold(text)
    return next((code for code, word in of.items() if said in (fold(word), fold(code))), text)


def _pair(part: str) -> object:
    first, _, given = part.partition("=")
    pair = [_number(side.strip()) for side in (first, given)]
    return pair if all(isinstance(side, int | Decimal) for side in pair) else part


_BY_TEXT: Mapping[Holds, Callable[[str, Mapping[str, str]], object]] = {
    Holds.TEXT: lambda text, _of: text,
    Holds.NAME: lambda text, _of: text,
    Holds.DAY: lambda text, _of: _day(text),
    Holds.CHOICE: _code,
    Holds.CHOICES: lambda text, of: [_code(part, of) for part in _parts(text)],
    Holds.TEXTS: lambda text, _of: _parts(text),
    Holds.LINES: lambda text, _of: [line.strip() for line in text.splitlines() if line.strip()],
    Holds.FLAG: lambda text, _of: _flag(text),
    Holds.PAIRS: lambda text, _of: [_pair(part) for part in _parts(text)],
}
"""How a cell's text is understood, by what the cell holds; numbers have their own way."""
