"""How the database is opened: every setting in force, every fault told apart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tests.integration.storage.data_folder import outsider
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.storage import connection as recipe
from thidua_desktop.storage.connection import (
    APPLICATION_ID,
    DATABASE_NAME,
    new_file,
    open_file,
    refuse_network,
    translated,
    translating,
)
from thidua_desktop.storage.store import SqliteStore

RECIPE = {
    "application_id": APPLICATION_ID,
    "busy_timeout": 5000,
    "cell_size_check": 1,
    "foreign_keys": 1,
    "journal_mode": "truncate",
    "mmap_size": 0,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "synchronous": 3,
    "trusted_schema": 0,
}
"""Written out once more on purpose: each line was measured, and none may change unseen."""


def settings_of(connection: sqlite3.Connection) -> dict[str, object]:
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in RECIPE}


def test_every_connection_has_the_whole_recipe(store: SqliteStore) -> None:
    with closing(open_file(store.folder / DATABASE_NAME)) as connection:
        assert settings_of(connection) == RECIPE


def test_a_new_file_has_the_whole_recipe(tmp_path: Path) -> None:
    with new_file(tmp_path / "new.db") as connection:
        assert settings_of(connection) == RECIPE


def test_a_setting_that_does_not_take_is_an_error(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipe, "_SETTINGS", (("journal_mode", "TRUNCATE", "wal"),))
    store.close()
    with pytest.raises(EnvironmentFault) as caught, store.read():
        pass
    assert caught.value.code == "database_setting_refused"
    assert caught.value.data == {"setting": "journal_mode", "value": "truncate"}


def test_another_journal_mode_is_put_right(store: SqliteStore) -> None:
    store.close()
    with outsider(store.folder) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with store.read() as books:
        assert books.units.all() == ()
    versions = (store.folder / DATABASE_NAME).read_bytes()[18:20]
    assert versions == b"\x01\x01", "the file itself says that it is read through a WAL"
    assert not store.folder.joinpath(f"{DATABASE_NAME}-wal").exists()


def fail_while_making(path: Path) -> None:
    with new_file(path) as connection:
        connection.execute("CREATE TABLE t (a)")
        assert not path.exists()
        raise ZeroDivisionError


def test_a_new_file_bears_its_name_only_when_it_is_done(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_while_making(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        open_file(tmp_path / DATABASE_NAME)
    assert caught.value.code == "database_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "path", [PureWindowsPath(r"\\may-chu\chung\thidua.db"), PureWindowsPath("//may-chu/c/x.db")]
)
def test_a_network_folder_is_refused(path: PureWindowsPath) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        refuse_network(path)
    assert caught.value.code == "folder_on_network"


@pytest.mark.parametrize("path", [PureWindowsPath(r"D:\Thi đua\thidua.db"), PurePosixPath("/a/b")])
def test_a_folder_of_the_machine_is_taken(path: PurePosixPath | PureWindowsPath) -> None:
    refuse_network(path)


def failure(name: str, text: str = "") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("SQLITE_BUSY", EnvironmentFault, "database_locked"),
        ("SQLITE_BUSY_SNAPSHOT", EnvironmentFault, "database_locked"),
        ("SQLITE_LOCKED", EnvironmentFault, "database_locked"),
        ("SQLITE_READONLY_DIRECTORY", EnvironmentFault, "database_read_only"),
        ("SQLITE_CANTOPEN", EnvironmentFault, "database_read_only"),
        ("SQLITE_FULL", EnvironmentFault, "disk_full"),
        ("SQLITE_IOERR_WRITE", EnvironmentFault, "disk_full"),
        ("SQLITE_IOERR_READ", EnvironmentFault, "disk_failing"),
        ("SQLITE_IOERR_FSYNC", EnvironmentFault, "disk_failing"),
        ("SQLITE_CORRUPT", InputError, "database_damaged"),
        ("SQLITE_NOTADB", InputError, "database_damaged"),
    ],
)
def test_what_sqlite_says_becomes_what_a_person_can_do(name: str, kind: type, code: str) -> None:
    fault = translated(failure(name), Path("d") / DATABASE_NAME)
    assert type(fault) is kind
    assert fault is not None
    assert fault.code == code


@pytest.mark.parametrize(
    ("text", "is_damage"),
    [("no such table: unit", True), ('near "FORM": syntax error', False)],
)
def test_a_wrong_statement_is_a_bug_and_a_lost_table_is_damage(
    store: SqliteStore, text: str, *, is_damage: bool
) -> None:
    fault = translated(failure("SQLITE_ERROR", text), store.folder / DATABASE_NAME)
    assert (fault is not None) == is_damage


def test_text_that_is_no_text_is_damage(store: SqliteStore) -> None:
    path = store.folder / DATABASE_NAME
    with (
        pytest.raises(InputError) as caught,
        translating(path),
        closing(open_file(path)) as connection,
    ):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    assert caught.value.code == "database_damaged"


def test_a_broken_constraint_stays_a_bug(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.write("unit_added") as books:
        books.save_dataset(books.dataset)  # type: ignore[attr-defined]
    assert [operation.id for operation in store.operations()] == [3, 2, 1]
