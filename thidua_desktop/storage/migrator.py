"""Numbered SQL migrations, applied in order, each in one transaction; frozen once released."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.storage.journal import Entry, recorded
from thidua_desktop.storage.triggers import lay_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATION_SET = "thidua_desktop"


@dataclass(frozen=True, slots=True)
class MigrationFile:
    """One file ``NNNN_name.sql``."""

    number: int
    path: Path

    @property
    def name(self) -> str:
        """The name it is recorded under."""
        return self.path.stem


def migration_files(folder: Path) -> tuple[MigrationFile, ...]:
    """The migrations of a folder in order of their numbers."""
    files = (MigrationFile(int(path.stem[:4]), path) for path in folder.glob("[0-9]*.sql"))
    return tuple(sorted(files, key=lambda file: file.number))


def newest_version(folder: Path) -> int:
    """The schema version that this program writes."""
    files = migration_files(folder)
    return files[-1].number if files else 0


def schema_version(connection: sqlite3.Connection) -> int:
    """The schema version of an open database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(found: int, folder: Path) -> None:
    """Refuse a database that a newer program wrote.

    Raises:
        EnvironmentFault: with both versions.
    """
    known = newest_version(folder)
    if found > known:
        raise EnvironmentFault("database_newer", found=found, known=known)


def migrate(connection: sqlite3.Connection, folder: Path, entry: Entry) -> None:
    """Apply what is pending; the caller has taken a verified backup before.

    Each migration stands in one transaction with its version. Where the journal exists already it
    stands in an operation too: a migration that changes rows is recorded like everything else. In
    an empty database nothing is there to be recorded; the triggers are laid with the last one.
    """
    # Imported here: a start without pending migrations then needs no sqlite-utils at all.
    from sqlite_utils import Database, Migrations

    database = Database(connection, execute_plugins=False)
    is_new = not database.table("operation").exists()
    files = migration_files(folder)
    migrations = Migrations(MIGRATION_SET)
    for file in files:
        step = _first_step(file, is_last=file is files[-1]) if is_new else _step(file, entry)
        migrations(name=file.name)(step)
    migrations.apply(database)


def _first_step(file: MigrationFile, *, is_last: bool) -> Callable[[Database], None]:
    """A migration of an empty database."""

    def apply(database: Database) -> None:
        _run(file, database)
        if is_last:
            lay_triggers(database)

    return apply


def _step(file: MigrationFile, entry: Entry) -> Callable[[Database], None]:
    """A migration of a database in use."""

    def apply(database: Database) -> None:
        named = replace(entry, data={"version": file.number})
        with recorded(database.conn, named):
            _run(file, database)
            lay_triggers(database)

    return apply


def _run(file: MigrationFile, database: Database) -> None:
    database.executescript(file.path.read_text(encoding="utf-8"))
    # A number may have been left free and filled later: the version never goes back.
    version = max(schema_version(database.conn), file.number)
    database.execute(f"PRAGMA user_version = {version}")
