"""The journal: triggers that record every changed row, and the chain of hashes over it.

`open_operation` names the operation under way; the triggers write into `change` under it and
fail without it, so that no path can change data unrecorded. The hash of an operation covers its
own rows and the hash before it. It is computed here at commit, because with
`trusted_schema=OFF` a trigger can't call a function of ours.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

UNJOURNALLED = frozenset({"operation", "open_operation", "change", "_sqlite_migrations"})
"""The journal's own tables and the migration record; every other table is journalled."""

PREFIX = "journal_"


def journalled_tables(database: Database) -> list[Table]:
    """Every table whose changes are recorded."""
    return [table for table in database.tables if table.name not in UNJOURNALLED]


def lay_triggers(database: Database) -> None:
    """Lay the three triggers of every journalled table, replacing what was there."""
    with database.atomic():
        for table in journalled_tables(database):
            for trigger in table.triggers:
                if trigger.name.startswith(PREFIX):
                    database.execute(f"DROP TRIGGER {trigger.name}")
            for statement in trigger_statements(
                table.name, columns_of(table), keys_of(table)
            ):
                database.execute(statement)


def columns_of(table: Table) -> list[JournalColumn]:
    """The columns of a table as the journal writes them."""
    return [JournalColumn(column.name, column.type == "INTEGER") for column in table.columns]


def keys_of(table: Table) -> list[JournalColumn]:
    """The columns of its primary key."""
    columns = {column.name: column for column in columns_of(table)}
    return [columns[name] for name in table.pks]


@dataclass(frozen=True, slots=True)
class JournalColumn:
    """A column and how its value is written as JSON.

    SQLite's own JSON functions may not be called from a trigger under `trusted_schema=OFF` in
    the versions that we must run on, so the text is put together from plain functions. Raw line
    breaks stay in it; the reader takes them.
    """

    name: str
    is_integer: bool

    def json(self, row: str) -> str:
        """The SQL expression of its value; `row` is NEW, OLD or a table."""
        value = f'{row}."{self.name}"'
        if self.is_integer:
            return f"coalesce({value}, 'null')"
        escaped = f"""replace(replace({value}, '\\', '\\\\'), '"', '\\"')"""
        return f"""coalesce('"' || {escaped} || '"', 'null')"""


def row_json(columns: Sequence[JournalColumn], row: str) -> str:
    """The SQL expression that gives a row as a JSON object."""
    fields = " || ',' || ".join(f"""'"{column.name}":' || {column.json(row)}""" for column in columns)
    return f"'{{' || {fields} || '}}'"


def key_json(keys: Sequence[JournalColumn], row: str) -> str:
    """The SQL expression that gives a row's primary key as a JSON list."""
    return "'[' || " + " || ',' || ".join(key.json(row) for key in keys) + " || ']'"


def parsed(image: str) -> Any:
    """A row image or key as Python values."""
    return json.loads(image, strict=False)


def trigger_statements(
    table: str, columns: Sequence[JournalColumn], keys: Sequence[JournalColumn]
) -> list[str]:
    """The SQL of the three triggers of one table."""
    changed = " OR ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in columns)
    new, old = row_json(columns, "NEW"), row_json(columns, "OLD")
    events = (
        ("INSERT", "", key_json(keys, "NEW"), "NULL", new),
        ("UPDATE", f"WHEN {changed}", key_json(keys, "OLD"), old, new),
        ("DELETE", "", key_json(keys, "OLD"), old, "NULL"),
    )
    return [
        f"CREATE TRIGGER {PREFIX}{table}_{event.lower()} AFTER {event} ON {table} {condition}\n"
        f"BEGIN\n"
        f"    INSERT INTO change (operation, table_name, row_key, before, after)\n"
        f"    VALUES ((SELECT operation FROM open_operation), '{table}', {key}, {before}, {after});\n"
        f"END"
        for event, condition, key, before, after in events
    ]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One recorded change of one row."""

    id: int
    operation: int
    table: str
    key: str
    before: str | None
    after: str | None


def changes_of(connection: sqlite3.Connection, operation: int) -> list[ChangeRow]:
    """The changes of an operation in the order they happened."""
    rows = connection.execute(
        "SELECT id, operation, table_name, row_key, before, after FROM change"
        " WHERE operation = ? ORDER BY id",
        (operation,),
    )
    return [ChangeRow(*row) for row in rows]


def begin(connection: sqlite3.Connection, at: str, actor: str, action: str, data: str) -> int:
    """Open an operation within the transaction under way; give its number."""
    cursor = connection.execute(
        "INSERT INTO operation (at, actor, action, data) VALUES (?, ?, ?, ?)",
        (at, actor, action, data),
    )
    number = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO open_operation (id, operation) VALUES (1, ?)", (number,))
    return number


def seal(connection: sqlite3.Connection, operation: int) -> None:
    """Close the operation: from here on it can't be altered without the chain showing it."""
    digest = operation_hash(connection, operation)
    connection.execute("UPDATE operation SET hash = ? WHERE id = ?", (digest, operation))
    connection.execute("DELETE FROM open_operation")


def operation_hash(connection: sqlite3.Connection, operation: int) -> str:
    """SHA-256 over the operation, its changes, and the hash before it."""
    row = connection.execute(
        "SELECT id, at, actor, action, data, undoes FROM operation WHERE id = ?", (operation,)
    ).fetchone()
    previous = connection.execute(
        "SELECT hash FROM operation WHERE id < ? ORDER BY id DESC LIMIT 1", (operation,)
    ).fetchone()
    digest = hashlib.sha256()
    digest.update(_canonical([previous[0] if previous else "", *tuple(row)]))
    for change in changes_of(connection, operation):
        digest.update(
            _canonical([change.id, change.table, change.key, change.before, change.after])
        )
    return digest.hexdigest()


def _canonical(values: list[object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def broken_links(connection: sqlite3.Connection) -> Iterator[int]:
    """The operations whose hash doesn't fit what stands in the journal."""
    numbers = [row[0] for row in connection.execute("SELECT id FROM operation ORDER BY id")]
    for position, number in enumerate(numbers):
        stored = connection.execute(
            "SELECT hash FROM operation WHERE id = ?", (number,)
        ).fetchone()[0]
        if stored != operation_hash(connection, number) or number != numbers[0] + position:
            yield number


def strayed_rows(connection: sqlite3.Connection, database: Database) -> Iterator[tuple[str, str]]:
    """Rows that differ from their last recorded state: changed behind the journal's back."""
    for table in journalled_tables(database):
        name = table.name
        live = (
            f"SELECT {key_json(keys_of(table), name)}, {row_json(columns_of(table), name)}"
            f" FROM {name}"
        )
        recorded = (
            "SELECT row_key, after FROM change WHERE after IS NOT NULL AND id IN"
            " (SELECT max(id) FROM change WHERE table_name = ? GROUP BY row_key)"
        )
        now = dict(tuple(row) for row in connection.execute(live))
        then = dict(tuple(row) for row in connection.execute(recorded, (name,)))
        for key in now.keys() | then.keys():
            if not _same_row(now.get(key), then.get(key)):
                yield name, key


def _same_row(live: str | None, recorded: str | None) -> bool:
    """Whether two row images agree on the columns that both know.

    A column that a later migration added stands in no older image.
    """
    if live == recorded:
        return True
    if live is None or recorded is None:
        return False
    now, then = parsed(live), parsed(recorded)
    return all(now[column] == then[column] for column in now.keys() & then.keys())
