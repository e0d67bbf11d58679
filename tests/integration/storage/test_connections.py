"""Kept connections: fewer openings, and nothing else that anyone could tell."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import threading
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    add_units,
    opened,
    outsider,
    refusal,
    store_of,
    unit,
    unit_codes,
)
from thidua_desktop.storage import connections as lending
from thidua_desktop.storage.connection import DATABASE_NAME, connect
from thidua_desktop.storage.store import SqliteStore

held_open_there = pytest.mark.skipif(
    sys.platform == "win32", reason="nobody can take away a file there that is open"
)


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every opening from here on."""
    seen: list[Path] = []

    def noted(path: Path) -> sqlite3.Connection:
        seen.append(path)
        return connect(path)

    monkeypatch.setattr(lending, "connect", noted)
    return seen


def test_one_opening_serves_a_whole_day(store: SqliteStore, openings: list[Path]) -> None:
    for number in range(1, 4):
        add_units(store, number)
        unit_codes(store)
    store.undo(store.operations()[0].id)
    assert len(openings) <= 1


def test_without_the_folder_held_nothing_is_kept(store: SqliteStore, openings: list[Path]) -> None:
    store.close()
    stranger = store_of(store.folder)
    unit_codes(stranger)
    unit_codes(stranger)
    assert len(openings) == 2


def test_a_failed_operation_costs_only_its_connection(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.write("x") as books:
        books.collecting._rows.insert("office", {"id": 2})  # type: ignore[attr-defined]
    add_units(store, 1)
    assert (unit_codes(store), store.check()) == (["DV001"], ())


def test_a_connection_that_read_can_write_and_the_other_way_round(store: SqliteStore) -> None:
    unit_codes(store)
    add_units(store, 1)
    with store.read() as books, pytest.raises(sqlite3.OperationalError):
        books.units.add(unit(2))
    add_units(store, 2)
    assert unit_codes(store) == ["DV001", "DV002"]


def test_reading_within_an_operation_sees_what_was_there_before(store: SqliteStore) -> None:
    add_units(store, 1)
    with store.write("unit_changed") as books:
        books.units.update(unit(1, "Tên mới"))
        with store.read() as others:
            assert others.units.get("DV001").name == "Trường số 1"


def test_what_others_change_is_seen(store: SqliteStore) -> None:
    assert unit_codes(store) == []
    add_units(store_of(store.folder), 1)
    assert unit_codes(store) == ["DV001"]


@held_open_there
def test_another_file_in_its_place_is_what_is_read(store: SqliteStore, tmp_path: Path) -> None:
    """Somebody copies a saved file over ours while the program runs."""
    copy = tmp_path / "copy.db"
    shutil.copyfile(store.folder / DATABASE_NAME, copy)
    add_units(store, 1)
    assert unit_codes(store) == ["DV001"]
    copy.replace(store.folder / DATABASE_NAME)
    assert unit_codes(store) == []
    add_units(store, 2)
    with outsider(store.folder) as connection:
        assert connection.execute("SELECT code FROM unit").fetchall() == [("DV002",)]
    assert store.check() == ()


@held_open_there
def test_a_file_that_is_gone_is_told(store: SqliteStore) -> None:
    unit_codes(store)
    (store.folder / DATABASE_NAME).unlink()
    assert refusal(lambda: unit_codes(store)).code == "database_missing"
    assert not (store.folder / DATABASE_NAME).exists()


def test_a_check_reads_the_disk_and_not_what_is_remembered(store: SqliteStore) -> None:
    add_units(store, *range(1, 30))
    unit_codes(store)
    path = store.folder / DATABASE_NAME
    content = path.read_bytes()
    path.write_bytes(content.replace("Trường số 7".encode(), "Trưởng số 7".encode()))
    assert {problem.code for problem in store.check()} >= {"journal_broken"}


def test_threads_work_at_the_same_time(store: SqliteStore) -> None:
    faults: list[Exception] = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 8):
                add_units(store, number)
                assert f"DV{number:03}" in unit_codes(store)
        except Exception as error:  # noqa: BLE001 - told by the test's own thread
            faults.append(error)

    threads = [threading.Thread(target=work, args=(start,)) for start in (1, 101, 201)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(unit_codes(store)) == 24
    assert store.check() == ()


def test_closing_while_someone_reads_leaves_the_reading_alone(store: SqliteStore) -> None:
    add_units(store, 1)
    with store.read() as books:
        store.close()
        assert [found.code for found in books.units.all()] == ["DV001"]
    with opened(store.folder) as again:
        assert unit_codes(again) == ["DV001"]
