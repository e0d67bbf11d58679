"""Numbered SQL migrations, applied in order, each in one transaction; frozen once released."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import nullcontext
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

    Each migration stands in one transaction with its version, the journal's triggers over its
    tables, and, where the journal exists already, an operation: a migration that changes rows
    is recorded like everything else.
    """
    # Imported here: a start without pending migrations then needs no sqlite-utils at all.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)
    for file in migration_files(folder):
        migrations(name=file.name)(_step(file, entry))
    migrations.apply(Database(connection, execute_plugins=False))


def _step(file: MigrationFile, entry: Entry) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        named = replace(entry, data={"version": file.number})
        has_journal = database.table("operation").exists()
        with recorded(database.conn, named) if has_journal else nullcontext():
            database.executescript(file.path.read_text(encoding="utf-8"))
            database.execute(f"PRAGMA user_version = {file.number}")
            lay_triggers(database)

    return apply
