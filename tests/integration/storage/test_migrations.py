"""Migrations: each whole or not at all, after a verified backup, and recorded like all else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    MIGRATIONS,
    add_units,
    everything,
    outsider,
    store_of,
    unit,
    unit_codes,
)
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.storage.backup import BACKUP_FOLDER
from thidua_desktop.storage.connection import DATABASE_NAME, open_file
from thidua_desktop.storage.migrator import migration_files, newest_version, schema_version
from thidua_desktop.storage.restoring import unpack_backup
from thidua_desktop.storage.store import SqliteStore
from thidua_desktop.storage.triggers import parsed

NEXT = newest_version(MIGRATIONS) + 1
AFTER_NEXT = NEXT + 1
NEW_TABLE = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
NEW_COLUMN = "ALTER TABLE unit ADD COLUMN address TEXT NOT NULL DEFAULT '';"
CHANGES_ROWS = "UPDATE unit SET phone = '0' || phone WHERE phone <> '';"
FAILS_LATE = "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; INSERT INTO half VALUES ('x');"


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The shipped migrations, to which a test adds its own."""
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations"))


def add(migrations: Path, number: int, sql: str) -> None:
    (migrations / f"{number:04}_test.sql").write_text(sql, encoding="utf-8")


def tables(folder: Path) -> set[str]:
    return set(everything(folder))


def version_of(folder: Path) -> int:
    with closing(open_file(folder / DATABASE_NAME)) as connection:
        return schema_version(connection)


def backups(folder: Path) -> list[Path]:
    return sorted((folder / BACKUP_FOLDER).glob("*")) if (folder / BACKUP_FOLDER).exists() else []


def upgrade(store: SqliteStore, migrations: Path) -> SqliteStore:
    store.close()
    newer = store_of(store.folder, migrations=migrations)
    newer.open()
    return newer


def test_the_order_is_that_of_the_numbers(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        add(tmp_path, number, "SELECT 1;")
    assert [file.number for file in migration_files(tmp_path)] == [1, 2, 10]


def test_nothing_pending_changes_nothing_and_backs_nothing_up(store: SqliteStore) -> None:
    before = everything(store.folder)
    store.close()
    store.open()
    assert everything(store.folder) == before
    assert backups(store.folder) == []


def test_a_new_office_begins_with_the_newest_version_and_no_upgrades(store: SqliteStore) -> None:
    assert version_of(store.folder) == newest_version(MIGRATIONS)
    assert "data_migrated" not in {operation.action for operation in store.operations()}


def test_pending_ones_are_applied_after_a_verified_backup(
    store: SqliteStore, migrations: Path, tmp_path: Path
) -> None:
    add_units(store, 1)
    before = everything(store.folder)
    add(migrations, NEXT, NEW_TABLE)
    add(migrations, AFTER_NEXT, NEW_COLUMN)
    newer = upgrade(store, migrations)
    assert version_of(newer.folder) == AFTER_NEXT
    assert newer.check() == ()
    (backup,) = backups(newer.folder)
    newer.close()
    unpack_backup(backup, tmp_path / "trước")
    assert everything(tmp_path / "trước") == before


def test_applying_is_an_operation_of_its_own(store: SqliteStore, migrations: Path) -> None:
    add(migrations, NEXT, NEW_TABLE)
    add(migrations, AFTER_NEXT, NEW_COLUMN)
    newer = upgrade(store, migrations)
    third, second, *_ = newer.operations()
    assert [(o.action, o.data) for o in (second, third)] == [
        ("data_migrated", {"version": NEXT}),
        ("data_migrated", {"version": AFTER_NEXT}),
    ]
    with pytest.raises(RuleViolation) as caught:
        newer.undo(third.id)
    assert caught.value.code == "operation_not_undoable"
    newer.close()


def test_rows_that_a_migration_changes_are_recorded(store: SqliteStore, migrations: Path) -> None:
    with store.write("unit_added") as books:
        books.units.add(unit(1))
    with outsider(store.folder) as connection:
        key = connection.execute("SELECT count(*) FROM change").fetchone()[0]
    add(migrations, NEXT, "UPDATE unit SET phone = '0912';")
    newer = upgrade(store, migrations)
    with outsider(newer.folder) as connection:
        added = connection.execute(
            "SELECT table_name, row_key, before, after FROM change WHERE id > ?", (key,)
        ).fetchall()
    ((table, row_key, before, after),) = added
    assert (table, row_key) == ("unit", '["DV001"]')
    assert (parsed(before)["phone"], parsed(after)["phone"]) == ("", "0912")
    assert newer.check() == ()
    newer.close()


def test_a_new_table_is_journalled_at_once(store: SqliteStore, migrations: Path) -> None:
    add(migrations, NEXT, NEW_TABLE)
    newer = upgrade(store, migrations)
    newer.close()
    with outsider(newer.folder) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO note VALUES (1, 'x')")


@pytest.mark.parametrize("broken", ["NONSENSE;", FAILS_LATE])
def test_a_failing_one_leaves_no_trace_and_stays_pending(
    store: SqliteStore, migrations: Path, broken: str
) -> None:
    add_units(store, 1)
    add(migrations, NEXT, NEW_TABLE)
    add(migrations, AFTER_NEXT, CHANGES_ROWS + NEW_COLUMN + broken)
    store.close()
    newer = store_of(store.folder, migrations=migrations)
    with pytest.raises(sqlite3.Error):
        newer.open()
    assert version_of(store.folder) == NEXT
    assert "note" in tables(store.folder)
    assert "half" not in tables(store.folder)
    add(migrations, AFTER_NEXT, NEW_COLUMN)
    newer.open()
    assert version_of(store.folder) == AFTER_NEXT
    assert (newer.check(), unit_codes(newer)) == ((), ["DV001"])
    newer.close()


def test_an_operation_from_before_a_new_column_can_still_be_undone(
    store: SqliteStore, migrations: Path
) -> None:
    number = add_units(store, 1, 2)
    with store.write("unit_changed") as books:
        books.units.update(unit(2, "Trường mới"))
        changed = books.operation
    add(migrations, NEXT, NEW_COLUMN)
    newer = upgrade(store, migrations)
    assert len(newer.undo(changed).restored) == 1
    outcome = newer.undo(number)
    assert (len(outcome.restored), outcome.conflicts) == (2, ())
    redone = newer.undo(outcome.operation or 0)
    assert (len(redone.restored), unit_codes(newer)) == (2, ["DV001", "DV002"])
    assert newer.check() == ()
    newer.close()


def test_a_kind_of_column_that_the_journal_cannot_write_is_refused(
    store: SqliteStore, migrations: Path
) -> None:
    add(migrations, NEXT, "CREATE TABLE photo (id INTEGER PRIMARY KEY, bytes BLOB) STRICT;")
    store.close()
    with pytest.raises(TypeError, match="photo"):
        store_of(store.folder, migrations=migrations).open()
    assert "photo" not in tables(store.folder)
