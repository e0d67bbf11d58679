"""The triggers that write every changed row into the journal.

`open_operation` names the operation under way; the triggers write into `change` under it and
fail without it, so that no path can change data unrecorded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

UNJOURNALLED = frozenset({"operation", "open_operation", "change", "_sqlite_migrations"})
"""The journal's own tables and the migration record; every other table is journalled."""

PREFIX = "journal_"
_INTERNAL = "sqlite_"
_TYPES = frozenset({"INTEGER", "TEXT"})


@dataclass(frozen=True, slots=True)
class JournalColumn:
    """A column and how its value is written as JSON.

    SQLite's own JSON functions may not be called from a trigger under `trusted_schema=OFF` in
    the versions that we must run on, so the text is put together from plain functions. Raw line
    breaks stay in it; `parsed` takes them.
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


@dataclass(frozen=True, slots=True)
class JournalledTable:
    """A table as the journal sees it."""

    name: str
    columns: tuple[JournalColumn, ...]
    keys: tuple[JournalColumn, ...]

    @classmethod
    def of(cls, table: Table) -> JournalledTable:
        """Read a table's columns and primary key.

        Raises:
            TypeError: a column has a type that the journal can't write; a migration's mistake.
        """
        found = table.columns
        if strange := [column.name for column in found if column.type not in _TYPES]:
            raise TypeError(f"{table.name}: the journal can't write {strange}")
        columns = {c.name: JournalColumn(c.name, c.type == "INTEGER") for c in found}
        return cls(table.name, tuple(columns.values()), tuple(columns[key] for key in table.pks))

    def image(self, row: str) -> str:
        """The SQL expression that gives a row as a JSON object."""
        fields = (
            f"""'{mark}"{column.name}":' || {column.json(row)}"""
            for mark, column in zip(chain("{", repeat(",")), self.columns, strict=False)
        )
        return " ||\n        ".join((*fields, "'}'"))

    def key(self, row: str) -> str:
        """The SQL expression that gives a row's primary key as a JSON list."""
        return "'[' || " + " || ',' || ".join(key.json(row) for key in self.keys) + " || ']'"

    def triggers(self) -> dict[str, str]:
        """The SQL of its triggers by name.

        A primary key never changes: the journal tells rows by it.
        """
        changed, moved = _differ(self.columns), _differ(self.keys)
        guard = f"    SELECT RAISE(ABORT, 'key_is_final') WHERE {moved};\n"
        new, old = self.image("NEW"), self.image("OLD")
        return dict(
            (
                self._trigger("INSERT", "", ("NEW", "NULL", new)),
                self._trigger("UPDATE", f" WHEN {changed}", ("OLD", old, new), guard),
                self._trigger("DELETE", "", ("OLD", old, "NULL")),
            )
        )

    def _trigger(
        self, event: str, condition: str, row: tuple[str, str, str], guard: str = ""
    ) -> tuple[str, str]:
        keyed_by, before, after = row
        name = f"{PREFIX}{self.name}_{event.lower()}"
        heading = f"CREATE TRIGGER {name} AFTER {event} ON {self.name}{condition}"
        recording = (
            "    INSERT INTO change (operation, table_name, row_key, before, after)\n"  # noqa: S608 - our own names
            f"    VALUES ((SELECT operation FROM open_operation), '{self.name}',\n"
            f"        {self.key(keyed_by)},\n        {before},\n        {after});\n"
        )
        return name, f"{heading}\nBEGIN\n{guard}{recording}END"


def _differ(columns: Sequence[JournalColumn]) -> str:
    return " OR\n    ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in columns)


def journalled_tables(database: Database) -> Iterator[JournalledTable]:
    """Every table whose changes are recorded."""
    for table in database.tables:
        if table.name not in UNJOURNALLED and not table.name.startswith(_INTERNAL):
            yield JournalledTable.of(table)


def lay_triggers(database: Database) -> None:
    """Lay the triggers of every journalled table, replacing what was there."""
    for trigger in database.triggers:
        if trigger.name.startswith(PREFIX):
            database.execute(f"DROP TRIGGER {trigger.name}")
    for table in list(journalled_tables(database)):
        for statement in table.triggers().values():
            database.execute(statement)


def missing_triggers(database: Database) -> Iterator[str]:
    """The tables whose changes would go unrecorded: a trigger of theirs is gone or says otherwise.

    They are laid anew with each migration, so another wording of theirs needs a migration.
    """
    laid = {trigger.name: trigger.sql for trigger in database.triggers}
    for table in journalled_tables(database):
        if any(laid.get(name) != statement for name, statement in table.triggers().items()):
            yield table.name


def parsed(image: str) -> Any:  # noqa: ANN401 - a row's columns by name, or a key's values
    """A row image or key as Python values."""
    return json.loads(image, strict=False)


def parsed_row(image: str | None) -> dict[str, Any] | None:
    """A row by column, `None` where there was none."""
    return None if image is None else dict(parsed(image))
