"""Bảng mức: the rows of a method's table as an office types them, «95% = 20; 80% = 15»."""

from __future__ import annotations

import re

from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.criterion import Method
from thidua_desktop.domain.vietnamese.numerals import NumeralError, parse_points, points_text

Table = tuple[tuple[int, int], ...]

_ROW = re.compile(r"(?:từ\s+)?(?:mức\s+)?([\d.,]+)\s*%?\s*(?:=|:|→|được)\s*(.+)", re.IGNORECASE)


def read_table(method: Method, text: str) -> Table:
    """The rows in rising order: percent ×100 for steps, the level itself for levels; points ×100.

    Raises:
        InputError: a line is no row.
    """
    rows = [_row(method, line.strip()) for line in re.split(r"[;\n]", text) if line.strip(" .\t\r")]
    return tuple(sorted(rows))


def table_text(method: Method, table: Table) -> str:
    """One row a line, as it can be typed again."""
    return "\n".join(
        f"{points_text(limit)}% = {points_text(points)}"
        if method is Method.STEPS
        else f"{limit} = {points_text(points)}"
        for limit, points in table
    )


def _row(method: Method, line: str) -> tuple[int, int]:
    found = _ROW.fullmatch(line)
    if found is None:
        raise InputError("method_row_unreadable", line=line)
    try:
        limit, points = parse_points(found[1]).points, parse_points(found[2]).points
    except NumeralError as error:
        raise InputError("method_row_unreadable", line=line) from error
    if method is Method.STEPS:
        return limit, points
    if limit % 100:
        raise InputError("method_row_unreadable", line=line)
    return limit // 100, points
