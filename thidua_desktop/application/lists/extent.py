"""How far a list reaches in its table, and what is left unread below its end."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.grids import cell_name
from thidua_desktop.application.hidden import COLUMNS_ASKED, ROWS_ASKED, letters_of
from thidua_desktop.application.lists.reading import Draft, Reading
from thidua_desktop.application.lists.row_kinds import (
    is_group_mark,
    is_item_number,
    is_signature,
    is_total,
)
from thidua_desktop.application.lists.table import NUMBER, ListTable
from thidua_desktop.domain.reasons import Severity


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a list reaches in its table.

    Attributes:
        rows: the rows to read, one total at the end included.
        items: the rows that bear a running number.
        unread: rows with a name below the end, which nothing numbers.
        has_marked_items: whether I, II or A, B number the rows themselves, for want of 1, 2.
    """

    rows: tuple[int, ...]
    items: frozenset[int]
    unread: tuple[int, ...]
    has_marked_items: bool

    def is_followed_by_item(self, row: int) -> bool:
        """Whether the next row to read bears a running number."""
        return next((below in self.items for below in self.rows if below > row), False)


def extent_of(table: ListTable, name: str) -> Extent:
    """The rows that belong to the list: it ends with a total or the signatures.

    It never ends while numbered rows follow: then a total is one of a part, and a signature
    one that is repeated on every page.
    """
    rows = list(table.rows())
    items = frozenset(row for row in rows if is_item_number(table.value(row, NUMBER)))
    last_item = max(items, default=-1)
    marks = {row: _end_mark(table, row, name) for row in rows if row not in items}
    end = next((row for row in rows if row > last_item and marks.get(row)), len(table.sheet.rows))
    signed = next(
        (row for row in rows if row >= end and marks.get(row) == "signature"), len(table.sheet.rows)
    )
    read = tuple(row for row in rows if row <= end and marks.get(row) != "signature")
    named = [row for row in read if not marks.get(row) and table.typed(row, name)]
    return Extent(
        read,
        items,
        tuple(row for row in rows if end < row < signed and table.typed(row, name)),
        all(is_group_mark(table.value(row, NUMBER)) for row in named),
    )


def tell_unread_and_hidden(reading: Reading[Draft], extent: Extent) -> None:
    """Tell how many rows stand below the end; ask about what was read though it is hidden."""
    sheet, columns = reading.table.sheet, reading.table.columns.values()
    hidden = [row for row in extent.rows if row in sheet.hidden_rows]
    if hidden:
        reading.tell(ROWS_ASKED, cell_name(hidden[0], 0), Severity.WARNING, count=len(hidden))
    shut = [
        column
        for column in sorted(columns)
        if column in sheet.hidden_columns
        and any(sheet.value(row, column) is not None for row in extent.rows)
    ]
    if shut:
        reading.tell(COLUMNS_ASKED, "", Severity.WARNING, columns=letters_of(shut))
    if extent.unread:
        cell = cell_name(extent.unread[0], 0)
        reading.tell("rows_below_end", cell, Severity.WARNING, count=len(extent.unread))


def _end_mark(table: ListTable, row: int, name: str) -> str:
    if is_total(table.text(row, name)) or is_total(table.text(row, NUMBER)):
        return "total"
    return "signature" if is_signature(table.texts(row)) else ""
