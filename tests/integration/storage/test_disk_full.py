"""A full disk: told as such, nothing lost, and everything goes on once there is room."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    add_units,
    opened,
    store_of,
    unit,
    unit_codes,
)
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.restoring import unpack_backup
from thidua_desktop.storage.store import SqliteStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size there")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow beyond this many bytes, as on a disk with no more room."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fault_of(act: Callable[[], object]) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        act()
    return caught.value


def fill(store: SqliteStore, written: list[int]) -> None:
    for number in range(1, 10_000):
        add_units(store, number)
        written.append(number)


@pytest.mark.parametrize("spare", [0, 1, 4096, 30_000])
def test_what_was_saved_stays_and_work_goes_on_when_there_is_room(
    store: SqliteStore, spare: int
) -> None:
    size = (store.folder / DATABASE_NAME).stat().st_size
    written: list[int] = []
    with room_for(size + spare):
        error = fault_of(lambda: fill(store, written))
        assert (error.code, error.data) == ("disk_full", {"folder": str(store.folder)})
        assert len(unit_codes(store)) == len(written), "reading goes on"
    assert unit_codes(store) == [f"DV{number:03}" for number in written]
    assert store.check() == ()
    add_units(store, 9000)
    assert store.operations(limit=1)[0].id == len(written) + 4


@pytest.mark.parametrize("room", range(0, 60_000, 6_000))
def test_no_room_at_any_moment_of_a_large_operation(store: SqliteStore, room: int) -> None:
    add_units(store, 1)

    def large() -> None:
        with store.write("units_imported") as books:
            books._rows.select("PRAGMA cache_size = 5")  # type: ignore[attr-defined]
            for number in range(2, 200):
                books.units.add(unit(number))

    with room_for((store.folder / DATABASE_NAME).stat().st_size + room):
        assert fault_of(large).code == "disk_full"
    assert (unit_codes(store), store.check()) == (["DV001"], ())


@pytest.mark.parametrize("room", [0, 4096, 40_000, 100_000])
def test_no_room_while_a_large_operation_is_undone(store: SqliteStore, room: int) -> None:
    with store.write("units_imported") as books:
        for number in range(1, 200):
            books.units.add(unit(number))
    number = store.operations(limit=1)[0].id
    with room_for(room):
        assert fault_of(lambda: store.undo(number)).code == "disk_full"
    assert (len(unit_codes(store)), store.check()) == (199, ())
    store.undo(number)
    assert unit_codes(store) == []


def test_a_backup_without_room_leaves_nothing_behind(store: SqliteStore, tmp_path: Path) -> None:
    usb = tmp_path / "USB"
    for room in (0, 5000, 20_000):
        with room_for(room):
            error = fault_of(lambda: store.backup(usb))
        assert (error.code, error.data) == ("disk_full", {"folder": str(usb)})
        assert list(usb.iterdir()) == []
    assert store.backup(usb).path.is_file()


def test_a_restore_without_room_leaves_nothing_behind(store: SqliteStore, tmp_path: Path) -> None:
    made = store.backup(tmp_path / "USB")
    new = tmp_path / "mới"
    with room_for(20_000):
        error = fault_of(lambda: unpack_backup(made.path, new))
    assert (error.code, error.data) == ("disk_full", {"folder": str(new)})
    assert not new.exists()
    unpack_backup(made.path, new)
    with opened(new) as copy:
        assert copy.check() == ()


@pytest.mark.parametrize("room", [0, 10, 4096, 50_000, 100_000])
def test_creating_without_room_leaves_no_database(folder: Path, room: int) -> None:
    with room_for(room):
        assert fault_of(store_of(folder).create).code == "disk_full"
    # Where not even the note of who holds it has room, its empty lock stays.
    assert not folder.exists() or [path.name for path in folder.iterdir()] == ["thidua.lock"]
    store = store_of(folder)
    store.create()
    assert store.check() == ()
    store.close()


def test_an_attachment_without_room_is_told_and_not_kept(store: SqliteStore) -> None:
    file = store.folder.parent / "phiếu.xlsx"
    file.write_bytes(b"x" * 50_000)
    with room_for(20_000):
        error = fault_of(lambda: store.attachments.keep(file))
    assert (error.code, error.data) == ("attachment_unwritable", {"file": "phiếu.xlsx"})
    assert not [path for path in store.folder.rglob("attachments/*/*") if path.is_file()]
    store.attachments.keep(file)


def test_no_room_for_the_note_of_who_holds_it(store: SqliteStore) -> None:
    store.close()
    with room_for(0):
        assert fault_of(store.open).code == "disk_full"
    with opened(store.folder) as again:
        assert again.check() == ()
