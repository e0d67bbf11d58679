"""Reading the journal: who did what, when, and whether it was undone."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection

from thidua_desktop.application.records import JournalStep, Operation
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.storage.triggers import parsed_row
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

    def steps_of_unit(
        self, tables: Collection[str], cycle: str, unit: str
    ) -> tuple[JournalStep, ...]:
        """What happened to the rows of a unit in a cycle, the oldest first."""
        rows = self._connection.execute(
            """SELECT operation, table_name, row_key, before, after FROM change
            WHERE table_name IN (SELECT value FROM json_each(?))
            AND coalesce(after, before) ->> '$.unit' = ?
            AND coalesce(after, before) ->> '$.cycle' = ?
            ORDER BY id""",
            (json.dumps(list(tables)), unit, cycle),
        ).fetchall()
        known = {one: self.get(one) for one in {row["operation"] for row in rows}}
        images: dict[tuple[int, str, str], tuple[str | None, str | None]] = {}
        for row in rows:
            # A row that an operation takes out and writes anew counts as one that it changed.
            place = (row["operation"], row["table_name"], row["row_key"])
            first, _ = images.get(place, (row["before"], None))
            images[place] = (first, row["after"])
        return tuple(
            JournalStep(known[number], table, parsed_row(before), parsed_row(after))
            for (number, table, _), (before, after) in images.items()
            if before != after
        )

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
