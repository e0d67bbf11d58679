"""Undoing a whole operation: every row goes back unless something changed it since."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from thidua_desktop.application.records import RowChange
from thidua_desktop.storage.journal import (
    ChangeRow,
    changes_of,
    columns_of,
    key_json,
    keys_of,
    parsed,
    row_json,
)

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table


class Undoing:
    """Takes back the changes of one operation within the operation under way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from sqlite_utils import Database

        self._connection = connection
        self._database: Database = Database(connection, execute_plugins=False)
        self.restored: list[RowChange] = []
        self.conflicts: list[RowChange] = []

    def take_back(self, operation: int) -> None:
        """Go through the operation's changes, the last first.

        A row that the operation changed several times is taken back step by step, so that a
        conflict at its last step leaves the row as it is now.
        """
        in_conflict: set[tuple[str, str]] = set()
        for change in reversed(changes_of(self._connection, operation)):
            row = (change.table, change.key)
            if row in in_conflict or not self._take_back_one(change):
                if row not in in_conflict:
                    self.conflicts.append(_described(change))
                in_conflict.add(row)
            else:
                self.restored.append(_described(change))

    def _take_back_one(self, change: ChangeRow) -> bool:
        """Restore one row; `False` when it changed since or is needed by something later."""
        table = self._database.table(change.table)
        if _parsed(self._current(table, change.key)) != _parsed(change.after):
            return False
        savepoint = "one_row"
        self._connection.execute(f"SAVEPOINT {savepoint}")
        try:
            self._restore(table, change)
        except sqlite3.IntegrityError:
            self._connection.execute(f"ROLLBACK TO {savepoint}")
            return False
        finally:
            self._connection.execute(f"RELEASE {savepoint}")
        return True

    def _current(self, table: Table, key: str) -> str | None:
        row = self._connection.execute(
            f"SELECT {row_json(columns_of(table), table.name)} FROM {table.name}"
            f" WHERE {key_json(keys_of(table), table.name)} = ?",
            (key,),
        ).fetchone()
        return None if row is None else str(row[0])

    def _restore(self, table: Table, change: ChangeRow) -> None:
        key = tuple(parsed(change.key))
        before = _parsed(change.before)
        if before is None:
            table.delete(key if len(key) > 1 else key[0])
        elif change.after is None:
            table.insert(before)
        else:
            table.update(key if len(key) > 1 else key[0], before)


def _parsed(image: str | None) -> dict[str, Any] | None:
    return None if image is None else dict(parsed(image))


def _described(change: ChangeRow) -> RowChange:
    """The change in undo's direction: from what stands now to what stood before."""
    now: Mapping[str, object] | None = _parsed(change.after)
    return RowChange(change.table, change.key, before=now, after=_parsed(change.before))
