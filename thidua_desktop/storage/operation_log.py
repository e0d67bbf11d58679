"""Reading the journal: who did what, when, and whether it was undone."""

from __future__ import annotations

import datetime as dt
import sqlite3

from thidua_desktop.application.records import Operation
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.storage.value_json import values_from_json

_SELECT = (
    "SELECT id, at, actor, action, data, undoes,"
    " (SELECT count(*) FROM change WHERE operation = o.id) AS changes FROM operation AS o"
)


class OperationLog:
    """The operations as they stand when this is made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._undone_by = _undone_by(connection)

    def newest(self, limit: int) -> tuple[Operation, ...]:
        """The newest operations first; all of them for a negative limit."""
        rows = self._connection.execute(f"{_SELECT} ORDER BY id DESC LIMIT ?", (limit,))
        return tuple(self._operation(row) for row in rows)

    def get(self, number: int) -> Operation:
        """The operation with this number.

        Raises:
            NotFound: there is none.
        """
        row = self._connection.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise NotFound("operation_unknown", key=number)
        return self._operation(row)

    def _operation(self, row: sqlite3.Row) -> Operation:
        return Operation(
            id=row["id"],
            at=dt.datetime.fromisoformat(row["at"]),
            actor=row["actor"],
            action=row["action"],
            data=values_from_json(row["data"]),
            changes=row["changes"],
            undoes=row["undoes"],
            undone_by=self._undone_by.get(row["id"]),
        )


def _undone_by(connection: sqlite3.Connection) -> dict[int, int]:
    """Which operation took which one back, and was not itself taken back since.

    Newest first, so that of each undo it is known already whether it still holds.
    """
    undone: dict[int, int] = {}
    for number, target in connection.execute(
        "SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY id DESC"
    ):
        if number not in undone:
            undone.setdefault(target, number)
    return undone
