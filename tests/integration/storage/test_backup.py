"""Backups: proved before they are called so, numbered by what they hold, restored whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import (
    DAY,
    MIGRATIONS,
    add_units,
    everything,
    new_store,
    opened,
    outsider,
    refusal,
    restored,
    unit_codes,
)
from tests.integration.storage.ordinary_user import public_folder, without_rights_to
from thidua_desktop.storage import backup as backup_module
from thidua_desktop.storage.backup import BACKUP_FOLDER, KEPT_AUTOMATIC, SUFFIX, thin_out
from thidua_desktop.storage.backup_archive import opened_backup
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.store import SqliteStore

# Making


def test_a_backup_holds_everything_and_says_what_it_is(attached: SqliteStore, usb: Path) -> None:
    made = attached.backup(usb)
    newest = attached.operations(limit=1)[0].id
    assert made.path.parent == usb
    assert made.path.name == f"thidua-{newest:06}-20261102-090000{SUFFIX}"
    content = made.path.read_bytes()
    assert (made.size, made.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert made.operations == newest
    assert list(usb.iterdir()) == [made.path], "nothing half-written stays"


def test_a_restored_backup_is_the_same_office(
    attached: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    copy = restored(attached.backup(usb), tmp_path / "mới")
    assert everything(copy) == everything(attached.folder)
    with opened(copy) as again:
        assert (again.check(), unit_codes(again)) == ((), ["DV001", "DV002"])
        assert add_units(again, 3) == add_units(attached, 3)


def test_names_sort_by_what_the_backups_hold(store: SqliteStore, usb: Path) -> None:
    """A dead battery sets the clock back to 1980; the newest copy still comes last."""
    made = []
    for number, year in enumerate((2026, 1980, 2030), start=1):
        add_units(store, number)
        store._clock.set(dt.date(year, 1, 1))  # type: ignore[attr-defined]
        made.append(store.backup(usb).path)
    assert sorted(usb.iterdir()) == made


def test_a_backup_of_a_damaged_database_is_none(attached: SqliteStore, usb: Path) -> None:
    path = attached.folder / DATABASE_NAME
    damage(path)
    assert refusal(lambda: attached.backup(usb)).code in {"backup_unsound", "database_damaged"}
    assert list(usb.iterdir()) == []


def damage(database: Path) -> None:
    """Overwrite the page of an index, which no reading of rows would notice."""
    with outsider(database.parent) as connection:
        root, size = connection.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master"
            " WHERE name = 'change_of_row'"
        ).fetchone()
    content = bytearray(database.read_bytes())
    start = (root - 1) * size + size // 2
    content[start : start + size // 2] = b"\xaa" * (size // 2)
    database.write_bytes(content)


def test_a_copy_that_lost_a_row_is_no_backup(
    attached: SqliteStore, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = backup_module._counts
    calls: list[int] = []

    def one_row_lost(connection: sqlite3.Connection) -> dict[str, int]:
        calls.append(1)
        found = counts(connection)
        return found if len(calls) > 1 else {**found, "unit": found["unit"] - 1}

    monkeypatch.setattr(backup_module, "_counts", one_row_lost)
    assert refusal(lambda: attached.backup(usb)).code == "backup_unsound"
    assert list(usb.iterdir()) == []


def test_a_spoilt_attachment_keeps_nothing_else_from_being_safe(
    attached: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    next(attached.folder.glob("attachments/*/*")).write_bytes(b"khac")
    with opened(restored(attached.backup(usb), tmp_path / "mới")) as copy:
        assert [problem.code for problem in copy.check()] == ["attachment_missing"]
    assert [problem.code for problem in attached.check()] == ["attachment_altered"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set another way")
def test_a_folder_that_cannot_be_written_is_told(public_store: SqliteStore) -> None:
    with public_folder() as usb, without_rights_to(usb):
        error = refusal(lambda: public_store.backup(usb))
    assert (error.code, error.data) == ("backup_folder_unwritable", {"folder": str(usb)})


def test_a_file_in_the_place_of_the_folder_is_told(store: SqliteStore, usb: Path) -> None:
    usb.parent.write_text("tệp", encoding="utf-8")
    assert refusal(lambda: store.backup(usb)).code == "backup_folder_unwritable"


def test_the_name_and_the_bytes_reach_the_disk(
    store: SqliteStore, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order: the file, its name, and the folder that holds the name."""
    seen: list[str] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        if sys.platform == "linux":
            seen.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        fsync(handle)

    if sys.platform != "linux":
        pytest.skip("only Linux names an open file")
    monkeypatch.setattr(os, "fsync", noted)
    store.backup(usb)
    assert seen == ["thidua.zip.dang-ghi", usb.name]


def test_a_scanner_that_holds_the_new_file_a_moment_is_waited_for(
    store: SqliteStore, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, [32, 5]

    def held(self: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(13, "đang được dùng")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    assert store.backup(usb).path.is_file()


WRITER = """
import sys
from pathlib import Path
from tests.integration.storage.data_folder import add_units, store_of
store = store_of(Path(sys.argv[1]))
for number in range(1, 10_000):
    add_units(store, number)
    print(number, flush=True)
"""


def test_backups_are_sound_while_someone_writes(
    store: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, store.folder],
        stdout=subprocess.PIPE,
        text=True,
        cwd=MIGRATIONS.parents[1],
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        made = [store.backup(usb) for _ in range(15)]
        writer.kill()
    assert len({backup.operations for backup in made}) > 1, "nothing was written meanwhile"
    for number, backup in enumerate(made):
        with opened(restored(backup, tmp_path / str(number))) as copy:
            assert copy.check() == ()
            assert copy.operations(limit=1)[0].id == backup.operations
            assert len(unit_codes(copy)) == backup.operations - 3


# Automatic ones


def automatic(store: SqliteStore) -> list[str]:
    return sorted(path.name for path in (store.folder / BACKUP_FOLDER).iterdir())


def test_an_automatic_backup_lies_beside_the_data(store: SqliteStore) -> None:
    made = store.protect()
    assert made.path.parent == store.folder / BACKUP_FOLDER
    assert automatic(store) == [made.path.name]


def test_the_same_state_is_backed_up_once(store: SqliteStore) -> None:
    first = store.protect()
    store._clock.set(dt.date(2027, 1, 1))  # type: ignore[attr-defined]
    assert store.protect() == first
    assert automatic(store) == [first.path.name]
    add_units(store, 1)
    assert store.protect().operations == first.operations + 1
    assert len(automatic(store)) == 2


def test_a_damaged_one_is_not_relied_on(store: SqliteStore) -> None:
    first = store.protect()
    content = bytearray(first.path.read_bytes())
    content[len(content) // 2] ^= 1
    first.path.write_bytes(content)
    again = store.protect()
    with opened_backup(again.path) as archive:
        assert archive.manifest.operations == first.operations


def test_one_of_another_history_is_not_relied_on(store: SqliteStore, tmp_path: Path) -> None:
    other = new_store(tmp_path / "khác")
    made = other.protect()
    other.close()
    (store.folder / BACKUP_FOLDER).mkdir()
    shutil.copy(made.path, store.folder / BACKUP_FOLDER)
    with opened_backup(store.protect().path) as archive, store.read() as books:
        assert made.operations == archive.manifest.operations == 3
        assert archive.manifest.dataset == books.dataset.id


def test_the_newest_thirty_stay_whatever_the_clock_says(tmp_path: Path) -> None:
    folder = tmp_path / BACKUP_FOLDER
    folder.mkdir()
    days = [DAY - dt.timedelta(days=400 * number) for number in range(40)]
    names = [f"thidua-{n:06}-{day:%Y%m%d}-090000{SUFFIX}" for n, day in enumerate(days, 999_980)]
    for name in [*names, "ghi chú.txt", f"thidua-hôm qua{SUFFIX}"]:
        (folder / name).touch()
    thin_out(folder)
    left = {path.name for path in folder.iterdir()}
    assert left == {*names[-KEPT_AUTOMATIC:], "ghi chú.txt", f"thidua-hôm qua{SUFFIX}"}


def test_protecting_thins_out(store: SqliteStore) -> None:
    folder = store.folder / BACKUP_FOLDER
    folder.mkdir()
    for number in range(50, 90):
        (folder / f"thidua-{number - 50:06}-20991231-235959{SUFFIX}").touch()
    for number in range(1, 41):
        add_units(store, number)
    made = store.protect()
    assert len(automatic(store)) == KEPT_AUTOMATIC
    assert automatic(store)[-1] == made.path.name
