"""Writing rows: changes of single ones through sqlite-utils, bulk through `executemany`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from thidua_desktop.domain.errors import NotFound

if TYPE_CHECKING:
    from sqlite_utils import Database

SqlValue = str | int | None


class Rows:
    """The rows of one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def _database(self) -> Database:
        # Imported at the first write: reading and showing need no sqlite-utils.
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False)

    def insert(self, table: str, row: Mapping[str, SqlValue]) -> int:
        """Insert a row; give its rowid."""
        # In our own words: sqlite-utils asks for the table and its columns before each row, which
        # made up half of taking in a long list.
        names, marks = ", ".join(row), ", ".join("?" for _ in row)
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
        return self._connection.execute(statement, tuple(row.values())).lastrowid or 0

    def upsert(self, table: str, row: Mapping[str, SqlValue], keys: Sequence[str]) -> None:
        """Insert a row or update the one with the same key."""
        self._database.table(table).upsert(dict(row), pk=tuple(keys))

    def update(self, table: str, key: str | int, row: Mapping[str, SqlValue]) -> None:
        """Update some columns of the row with this key."""
        self._database.table(table).update(key, dict(row))

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[SqlValue]]
    ) -> None:
        """Insert rows in bulk, values in the order of the columns."""
        names = ", ".join(columns)
        marks = ", ".join("?" for _ in columns)
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
        self._connection.executemany(statement, rows)

    def select(self, sql: str, values: Sequence[SqlValue] = ()) -> list[sqlite3.Row]:
        """The rows of a query; columns by name or position."""
        return self._connection.execute(sql, tuple(values)).fetchall()

    def one(self, code: str, sql: str, values: Sequence[SqlValue]) -> sqlite3.Row:
        """The single row of a query.

        Raises:
            NotFound: there is none; `code` is the error's code, the first value its data.
        """
        rows = self.select(sql, values)
        if not rows:
            raise NotFound(code, key=str(values[0]))
        return rows[0]

    def delete(self, sql: str, values: Sequence[SqlValue]) -> None:
        """Run a DELETE."""
        self._connection.execute(sql, tuple(values))
