"""A workbook as plain values: what the guarded reader gives and every import works on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text


class CellFault(StrEnum):
    """A cell that holds no usable value."""

    FORMULA_WITHOUT_VALUE = "formula_without_value"
    EXCEL_ERROR = "excel_error"


CellValue = None | str | int | float | bool | dt.date | dt.datetime | dt.time | CellFault
"""What a cell holds; text is NFC, whole numbers are `int`, empty text is `None`."""


def file_name(path: Path) -> str:
    """A stranger's file name as it may be shown and kept: composed, without hidden marks.

    A mark of direction makes «…exe.xlsx» of «…xlsx.exe»; bytes that are no letters at all
    could not even be written down.
    """
    return clean_text(path.name)


def column_letters(column: int) -> str:
    """Excel's letters of a column, counted from 0: 0 → ``A``, 26 → ``AA``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The cell's name in Excel's words from row and column counted from 0: (14, 3) → ``D15``."""
    return f"{column_letters(column)}{row + 1}"


def place_named(name: str) -> tuple[int, int]:
    """Row and column from 0 of a cell's name: ``D15`` → (14, 3)."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1


def row_of(cell: str) -> int:
    """The row of a cell named in Excel's words, from 0: ``D15`` → 14; -1 where it names none."""
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) - 1 if digits.isdecimal() else -1


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet: rows of values from A1 on, every row as long as the widest.

    Attributes:
        visible: `False` for hidden and very hidden sheets.
        merged: merged ranges as (first row, first column, last row, last column), from 0.
        hidden_rows: rows that the sender hid or filtered away, from 0.
        hidden_columns: columns that the sender hid, from 0.
    """

    title: str
    visible: bool
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def value(self, row: int, column: int) -> CellValue:
        """The value at row and column from 0; `None` outside the grid."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


@dataclass(frozen=True, slots=True)
class WorkbookGrid:
    """One file as read: its sheets, or the issues that kept it from being read.

    Attributes:
        sha256: of the file's bytes, empty where it could not be read at all.
        issues: faults of the file as a whole (broken, encrypted, too large), and notes such as
            «tệp có macro, đã bỏ qua».
    """

    path: Path
    sha256: str
    sheets: tuple[SheetGrid, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    @property
    def name(self) -> str:
        """The file's name as it may be shown and kept."""
        return file_name(self.path)

    @property
    def is_readable(self) -> bool:
        """Whether the file gave any sheets."""
        return not any(issue.stops for issue in self.issues)

    def sheet(self, title: str) -> SheetGrid | None:
        """The sheet with this title, or `None`."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)
