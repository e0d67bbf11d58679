"""What each column of a list was taken for, so that a head that was not understood shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.grids import column_letters
from thidua_desktop.application.lists.table import ListTable, text_of


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """One column of a list.

    Attributes:
        letters: the column in Excel's words.
        head: its title as it stands in the file.
        meaning: the code of what it was taken for; empty where it is not read at all.
    """

    sheet: str
    letters: str
    head: str
    meaning: str = ""


def columns_read(tables: Sequence[ListTable]) -> tuple[ColumnRead, ...]:
    """Every column with a title or a meaning, table by table, from left to right."""
    found = []
    for table in tables:
        meanings = {column: meaning for meaning, column in table.columns.items()}
        width = len(table.sheet.rows[table.head_row])
        for column in range(width):
            head = _head(table, column)
            if head or column in meanings:
                letters = column_letters(column)
                meaning = meanings.get(column, "")
                found.append(ColumnRead(table.sheet.title, letters, head, meaning))
    return tuple(found)


def _head(table: ListTable, column: int) -> str:
    texts = [
        text_of(table.sheet.value(row, column)) for row in range(table.head_row, table.first_row)
    ]
    return " – ".join(text for text in texts if text)
