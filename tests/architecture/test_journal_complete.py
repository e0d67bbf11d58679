"""No table without its journal, and one page that shows the whole schema as it is."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.architecture.sources import ROOT
from thidua_desktop.storage.connection import new_file
from thidua_desktop.storage.journal import Entry
from thidua_desktop.storage.migrator import migrate
from thidua_desktop.storage.schema import current_schema, shapes_made_by
from thidua_desktop.storage.togetherness import PARTS
from thidua_desktop.storage.triggers import UNJOURNALLED, lay_triggers, missing_triggers

MIGRATIONS = ROOT / "db" / "migrations"

NOT_JOURNALLED = {
    "operation": "the journal itself",
    "open_operation": "the journal itself",
    "change": "the journal itself",
    "_sqlite_migrations": "which migrations ran; they are recorded as operations",
}


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty database as the migrations make it."""
    entry = Entry(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "thử", "data_migrated")
    with new_file(tmp_path / "empty.db") as connection:
        migrate(connection, MIGRATIONS, entry)
        yield connection


def tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [row[0] for row in rows if row[0] not in NOT_JOURNALLED]


def events_recorded(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """For each table the events of the triggers on it that write into the journal."""
    found: dict[str, set[str]] = {}
    for table, sql in connection.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
    ):
        if "INSERT INTO change" in sql:
            found.setdefault(table, set()).add(sql.split(" AFTER ")[1].split()[0])
    return found


def test_only_the_journal_is_not_journalled() -> None:
    assert set(NOT_JOURNALLED) == UNJOURNALLED


def test_every_table_records_every_change(migrated: sqlite3.Connection) -> None:
    recorded = events_recorded(migrated)
    assert len(tables(migrated)) > 15
    assert {name: recorded.get(name) for name in tables(migrated)} == {
        name: {"INSERT", "UPDATE", "DELETE"} for name in tables(migrated)
    }


def test_every_column_of_a_row_is_recorded(migrated: sqlite3.Connection) -> None:
    rows = migrated.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = {row["name"]: row["sql"] for row in rows}
    forgotten = [
        f"{table}.{column}"
        for table in tables(migrated)
        for (column,) in migrated.execute("SELECT name FROM pragma_table_info(?)", (table,))
        for event, row in (("insert", "NEW"), ("delete", "OLD"), ("update", "NEW"))
        if f'{row}."{column}"' not in triggers[f"journal_{table}_{event}"]
    ]
    assert forgotten == []


def test_a_new_table_is_missed_until_its_triggers_are_laid(migrated: sqlite3.Connection) -> None:
    """The tests above would see a table that someone forgot."""
    migrated.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT")
    database = Database(migrated, execute_plugins=False)
    assert "note" not in events_recorded(migrated)
    assert list(missing_triggers(database)) == ["note"]
    lay_triggers(database)
    assert events_recorded(migrated)["note"] == {"INSERT", "UPDATE", "DELETE"}
    assert list(missing_triggers(database)) == []


def test_tables_are_strict_and_have_a_key(migrated: sqlite3.Connection) -> None:
    loose = [
        name
        for name, strict in migrated.execute("SELECT name, strict FROM pragma_table_list")
        if name in tables(migrated) and not strict
    ]
    assert loose == []
    database = Database(migrated, execute_plugins=False)
    assert [name for name in tables(migrated) if database.table(name).use_rowid] == []


def test_references_name_whole_primary_keys_in_their_order(migrated: sqlite3.Connection) -> None:
    """What hangs together is found by the keys as the journal writes them."""
    database = Database(migrated, execute_plugins=False)
    for name in tables(migrated):
        named: dict[int, tuple[str, list[str]]] = {}
        for row in migrated.execute(f"PRAGMA foreign_key_list({name})"):
            named.setdefault(row["id"], (row["table"], []))[1].append(row["to"])
        for target, columns in named.values():
            assert columns == database.table(target).pks, f"{name} → {target}"


def test_parts_name_the_whole_that_they_belong_to(migrated: sqlite3.Connection) -> None:
    for part, whole in PARTS.items():
        rows = migrated.execute(f"PRAGMA foreign_key_list({part})").fetchall()
        assert whole in {row["table"] for row in rows}


def test_the_page_of_the_schema_is_current() -> None:
    """`python -m thidua_desktop.storage.schema` writes it anew."""
    page = (ROOT / "db" / "schema.sql").read_text(encoding="utf-8")
    assert page == current_schema(MIGRATIONS)


def test_every_table_has_words_for_people() -> None:
    """Undo and the check name tables to people."""
    files = (ROOT / "resources" / "text").glob("*.toml")
    words = "\n".join(file.read_text(encoding="utf-8") for file in files)
    nameless = [table for table in shapes_made_by(MIGRATIONS) if f"\ntable_{table} = " not in words]
    assert nameless == []
