"""The whole schema as one readable page: ``db/schema.sql``, made by this module.

``python -m thidua_desktop.storage.schema`` writes it anew after a migration was added.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from pathlib import Path

from thidua_desktop.storage.connection import new_file
from thidua_desktop.storage.journal import Entry
from thidua_desktop.storage.migrator import migrate

DATABASE_FOLDER = Path(__file__).resolve().parents[2] / "db"

_HEADING = (
    "-- Generated, do not edit: python -m thidua_desktop.storage.schema\n"
    "-- What the migrations make of an empty database, the journal's triggers included.\n"
)


def schema_text(connection: sqlite3.Connection) -> str:
    """Every table with its indexes and triggers, tables by name."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " ORDER BY tbl_name, instr('table index trigger', type), name"
    )
    return _HEADING + "".join(f"\n{row[0]};\n" for row in rows)


def current_schema(migrations: Path) -> str:
    """The schema that the migrations make."""
    entry = Entry(dt.datetime(1, 1, 1, tzinfo=dt.UTC), actor="", action="data_migrated")
    with tempfile.TemporaryDirectory() as folder, new_file(Path(folder) / "empty.db") as connection:
        migrate(connection, migrations, entry)
        return schema_text(connection)


def main() -> None:
    """Write the page."""
    text = current_schema(DATABASE_FOLDER / "migrations")
    (DATABASE_FOLDER / "schema.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
