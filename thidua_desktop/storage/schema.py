"""The whole schema as one readable page: ``db/schema.sql``, made by this module.

``python -m thidua_desktop.storage.schema`` writes it anew after a migration was added.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from thidua_desktop.storage.connection import new_file
from thidua_desktop.storage.journal import Entry
from thidua_desktop.storage.migrator import migrate, migration_files
from thidua_desktop.storage.triggers import PREFIX

DATABASE_FOLDER = Path(__file__).resolve().parents[2] / "db"

_HEADING = (
    "-- Generated, do not edit: python -m thidua_desktop.storage.schema\n"
    "-- What the migrations make of an empty database. Left out are the triggers that write the\n"
    "-- journal, three for each table: they follow from its columns (storage/triggers.py).\n"
)


def schema_text(connection: sqlite3.Connection) -> str:
    """Every table with its indexes and guards, tables by name."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE ? ORDER BY tbl_name, instr('table index trigger', type), name",
        (f"{PREFIX}%",),
    )
    return _HEADING + "".join(f"\n{row[0]};\n" for row in rows)


def current_schema(migrations: Path) -> str:
    """The schema that the migrations make."""
    entry = Entry(dt.datetime(1, 1, 1, tzinfo=dt.UTC), actor="", action="data_migrated")
    with tempfile.TemporaryDirectory() as folder, new_file(Path(folder) / "empty.db") as connection:
        migrate(connection, migrations, entry)
        return schema_text(connection)


def table_shapes(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Each table with the statements that made it, its indexes and the guards of the journal.

    SQLite's own are left out, and the triggers that write the journal: those follow the tables.
    """
    shapes: dict[str, list[str]] = {}
    for row in connection.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index', 'trigger')"
        " AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE ?"
        " ORDER BY type DESC, name",
        (f"{PREFIX}%",),
    ):
        shapes.setdefault(row[0], []).append(row[1])
    return {table: tuple(statements) for table, statements in shapes.items()}


def shapes_made_by(migrations: Path) -> dict[str, tuple[str, ...]]:
    """The shapes that the migrations make of an empty database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for file in migration_files(migrations):
            connection.executescript(file.path.read_text(encoding="utf-8"))
        return table_shapes(connection)


def main() -> None:
    """Write the page."""
    text = current_schema(DATABASE_FOLDER / "migrations")
    (DATABASE_FOLDER / "schema.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
