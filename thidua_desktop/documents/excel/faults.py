"""What can be wrong with a stranger's workbook, told from the worker to the program.

The worker's modules import nothing but the standard library: its start is part of every import.
"""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """One issue in the words of the pipe: the parent makes an `Issue` of it."""

    code: str
    severity: str
    sheet: str
    cell: str
    data: dict[str, str | int]


def note(code: str, sheet: str = "", **data: str | int) -> Remark:
    """Something that was understood and is only told."""
    return Remark(code, "note", sheet, "", data)


def warning(code: str, sheet: str = "", **data: str | int) -> Remark:
    """Something that the officer should look at."""
    return Remark(code, "warning", sheet, "", data)


class UnreadableWorkbook(Exception):
    """The file gives no sheets; the remark says why."""

    def __init__(self, code: str, sheet: str = "", cell: str = "", **data: str | int) -> None:
        super().__init__(code)
        self.remark = Remark(code, "error", sheet, cell, data)
