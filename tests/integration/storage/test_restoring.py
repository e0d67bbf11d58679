"""Restoring: the whole office in a new folder, or nothing at all."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from filelock import FileLock

from tests.integration.storage.data_folder import files_of, opened, refusal, restored
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.storage.backup import SUFFIX
from thidua_desktop.storage.backup_archive import MANIFEST_NAME
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.lock import LOCK_NAME
from thidua_desktop.storage.restoring import UNDER_WAY, unpack_backup
from thidua_desktop.storage.store import SqliteStore


def test_an_automatic_backup_brings_the_attachments_from_beside(
    attached: SqliteStore, tmp_path: Path
) -> None:
    made = attached.protect()
    with zipfile.ZipFile(made.path) as archive:
        assert set(archive.namelist()) == {DATABASE_NAME, MANIFEST_NAME}
    (attached.folder / "attachments" / "ab").mkdir(exist_ok=True)
    (attached.folder / "attachments" / "ab" / "rác.dang-ghi").touch()
    with opened(restored(made, tmp_path / "mới")) as copy:
        assert copy.check() == ()
    assert not list((tmp_path / "mới").rglob("*.dang-ghi"))


def test_a_copy_elsewhere_brings_nothing_from_beside(attached: SqliteStore, tmp_path: Path) -> None:
    made = attached.protect()
    elsewhere = tmp_path / "USB" / made.path.name
    elsewhere.parent.mkdir()
    shutil.copy(made.path, elsewhere)
    with opened(restored(elsewhere, tmp_path / "mới")) as copy:
        assert {problem.code for problem in copy.check()} == {"attachment_missing"}


def test_the_backup_is_only_read(attached: SqliteStore, usb: Path, tmp_path: Path) -> None:
    made = attached.backup(usb)
    before = files_of(usb)
    restored(made, tmp_path / "mới")
    assert files_of(usb) == before


def test_a_folder_that_is_there_and_empty_is_filled(
    attached: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    (tmp_path / "mới").mkdir()
    with opened(restored(attached.backup(usb), tmp_path / "mới")) as copy:
        assert copy.check() == ()


def test_a_folder_with_anything_in_it_is_refused(store: SqliteStore, usb: Path) -> None:
    made = store.backup(usb)
    before = files_of(store.folder)
    error = refusal(lambda: restored(made, store.folder))
    assert (error.code, error.data) == ("folder_not_empty", {"folder": str(store.folder)})
    assert files_of(store.folder) == before


def test_a_missing_backup_is_told(tmp_path: Path) -> None:
    error = refusal(lambda: unpack_backup(tmp_path / "x.zip", tmp_path / "mới"))
    assert (type(error), error.code) == (NotFound, "backup_missing")
    assert not (tmp_path / "mới").exists()


def test_a_file_in_the_place_of_the_new_folder_is_told(store: SqliteStore, usb: Path) -> None:
    made = store.backup(usb)
    error = refusal(lambda: restored(made, made.path))
    assert (type(error), error.code) == (EnvironmentFault, "folder_read_only")
    assert made.path.is_file()


def test_a_restore_that_died_is_begun_anew_and_nothing_else_is_taken_for_one(
    attached: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    made = attached.backup(usb)
    half = tmp_path / "dở"
    (half / "attachments" / "ab").mkdir(parents=True)
    (half / "attachments" / "ab" / "nửa").write_text("nửa tệp", encoding="utf-8")
    assert refusal(lambda: restored(made, half)).code == "folder_not_empty"
    (half / UNDER_WAY).touch()
    with FileLock(half / LOCK_NAME):
        assert refusal(lambda: restored(made, half)).code == "database_locked"
    with opened(restored(made, half)) as copy:
        assert copy.check() == ()
    assert not (half / UNDER_WAY).exists()
    assert not (half / "attachments" / "ab" / "nửa").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_failed_restore_leaves_the_folder_as_it_was(
    attached: SqliteStore,
    usb: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_there: bool,
) -> None:
    made = attached.backup(usb)
    new = tmp_path / "mới"
    if is_there:
        new.mkdir()

    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    error = refusal(lambda: restored(made, new))
    assert (error.code, error.data) == ("disk_full", {"folder": str(new)})
    assert new.exists() == is_there
    assert not is_there or list(new.iterdir()) == []


# What is no backup of ours


def rewritten(made: Path, target: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """A backup whose entries someone changed and packed again soundly."""
    with zipfile.ZipFile(made) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target


def altered_database(entries: dict[str, bytes]) -> None:
    entries[DATABASE_NAME] = entries[DATABASE_NAME].replace(b"Tr", b"tr")


def altered_attachment(entries: dict[str, bytes]) -> None:
    name = next(name for name in entries if name.startswith("attachments/"))
    entries[name] += b"."


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries.pop(DATABASE_NAME),
        lambda entries: entries.pop(MANIFEST_NAME),
        lambda entries: entries.update({MANIFEST_NAME: b"{}"}),
        lambda entries: entries.update({MANIFEST_NAME: b"[1]"}),
        lambda entries: entries.update({MANIFEST_NAME: entries[MANIFEST_NAME][:-1]}),
        lambda entries: entries.pop(next(name for name in entries if "attachments" in name)),
        lambda entries: entries.update({MANIFEST_NAME: b"\xff"}),
        lambda entries: entries.update({"../thidua.db": b""}),
        lambda entries: entries.update({"attachments/../../x": b""}),
        lambda entries: entries.update({"attachments/ab/" + "g" * 64: b""}),
        lambda entries: entries.update({"attachments\\ab\\" + "a" * 64: b""}),
        lambda entries: entries.update({"/etc/passwd": b""}),
        lambda entries: entries.update({"C:/Windows/x.dll": b""}),
        lambda entries: entries.update({"ghi chú.txt": b""}),
        altered_database,
        altered_attachment,
    ],
)
def test_what_was_packed_anew_is_refused_and_nothing_comes_out(
    attached: SqliteStore,
    usb: Path,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], object],
) -> None:
    made = attached.backup(usb).path
    crafted = rewritten(made, tmp_path / f"lạ{SUFFIX}", change)
    before = files_of(tmp_path)
    error = refusal(lambda: unpack_backup(crafted, tmp_path / "mới"))
    assert (type(error), error.code, error.data) == (
        InputError,
        "backup_damaged",
        {"file": crafted.name},
    )
    assert files_of(tmp_path) == before
    assert not (tmp_path / "mới").exists()


def test_a_name_twice_is_refused(store: SqliteStore, usb: Path, tmp_path: Path) -> None:
    made = store.backup(usb).path
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DATABASE_NAME, b"x")
    assert refusal(lambda: unpack_backup(made, tmp_path / "mới")).code == "backup_damaged"


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>", b"SQLite format 3\x00" + bytes(9000)])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    error = refusal(lambda: unpack_backup(tmp_path / "x.zip", tmp_path / "mới"))
    assert error.code == "backup_damaged"
    assert not (tmp_path / "mới").exists()


def flips(size: int, count: int) -> Iterator[tuple[int, int]]:
    """Places in a file and the bit to turn there; the last bytes hold the directory of a ZIP."""
    chance = Random(2026)  # noqa: S311 - the same places each time
    tail = range(max(size - 400, 0), size)
    for number in range(count):
        place = chance.choice(tail) if number % 2 else chance.randrange(size)
        yield place, 1 << chance.randrange(8)


def test_no_turned_bit_changes_what_comes_out(
    attached: SqliteStore, usb: Path, tmp_path: Path
) -> None:
    """Each is refused, or lies where it means nothing and the restored data are the same."""
    made = attached.backup(usb).path
    whole = made.read_bytes()
    expected = files_of(restored(made, tmp_path / "ban đầu"))
    refused = 0
    for number, (place, bit) in enumerate(flips(len(whole), 200)):
        content = bytearray(whole)
        content[place] ^= bit
        made.write_bytes(content)
        new = tmp_path / str(number)
        with suppress(InputError):
            unpack_backup(made, new)
        if new.exists():
            assert files_of(new) == expected
            shutil.rmtree(new)
        else:
            refused += 1
    assert refused > 120
