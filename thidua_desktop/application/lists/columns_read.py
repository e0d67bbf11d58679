"""What each column of a list was taken for, so that a head that was not understood shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.grids import cell_name, column_letters
from thidua_desktop.application.lists.reading import Draft, Reading
from thidua_desktop.application.lists.table import ListTable, text_of
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.vietnamese.folding import fold


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


def tell_columns_twice(reading: Reading[Draft]) -> None:
    """Tell which of two columns with one meaning was read, or that both were, as parts of one."""
    table = reading.table
    for column, meaning in table.further.items():
        first = table.columns[meaning]
        cell = cell_name(table.head_row, column)
        heads = _head(table, first), _head(table, column)
        code, severity = "columns_alike", Severity.NOTE
        if column in table.under_one_head(meaning):
            code = "columns_joined"
        elif fold(heads[0]) == fold(heads[1]):
            code, severity = "columns_twice", Severity.WARNING
        read, left = column_letters(first), column_letters(column)
        reading.tell(code, cell, severity, head=heads[0], read=read, left=left, other=heads[1])


def _head(table: ListTable, column: int) -> str:
    texts = [
        text_of(table.sheet.value(row, column)) for row in range(table.head_row, table.first_row)
    ]
    return " – ".join(text for text in texts if text)
