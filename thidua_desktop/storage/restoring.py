"""Putting a backup into a new folder; the backup itself is only ever read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.storage.attachments import ATTACHMENTS
from thidua_desktop.storage.backup import BACKUP_FOLDER
from thidua_desktop.storage.backup_archive import (
    SPOILT_BYTES,
    BackupArchive,
    opened_backup,
    sound_attachments,
)
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.durable import UNFINISHED, fault_of, put_in_place
from thidua_desktop.storage.lock import LOCK_NAME

UNDER_WAY = f"thidua.khoi-phuc{UNFINISHED}"
"""The mark of a restore that is not done: what lies beside it is nobody's data yet."""

_PARTS = (UNDER_WAY, ATTACHMENTS, f"{DATABASE_NAME}{UNFINISHED}")


def unpack_backup(source: Path, new_folder: Path) -> None:
    """Restore a backup into a new, empty folder.

    Raises:
        NotFound: there is no such file.
        InputError: it is no backup of this program, or it is damaged.
        EnvironmentFault: the folder holds something already, or can't be written.
    """
    if not source.is_file():
        raise NotFound("backup_missing", file=str(source))
    with opened_backup(source) as archive, _filling(new_folder):
        try:
            for name in archive.manifest.attachments:
                _unpack(archive, name, new_folder)
            _bring_attachments(source, new_folder)
            # Last, so that a folder that was never finished does not look like data.
            _unpack(archive, DATABASE_NAME, new_folder)
        except SPOILT_BYTES as error:
            raise InputError("backup_damaged", file=source.name) from error


@contextmanager
def _filling(folder: Path) -> Iterator[None]:
    """Fill a folder that is new or empty; on any failure it is again what it was.

    A restore that died in the middle left a mark, and is begun anew.
    """
    is_new, lock = not folder.exists(), folder / LOCK_NAME
    had_lock = lock.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_full(folder)
        with _alone_in(folder):
            _refuse_full(folder)
            try:
                (folder / UNDER_WAY).touch()
                _empty(folder)
                yield
                (folder / UNDER_WAY).unlink()
            except BaseException:
                _empty(folder)
                (folder / UNDER_WAY).unlink(missing_ok=True)
                if not had_lock:
                    # Nobody waits for it: a second restore is refused at once.
                    lock.unlink(missing_ok=True)
                if is_new:
                    folder.rmdir()
                raise
    except OSError as error:
        raise fault_of(error, folder, "folder_read_only") from error


def _refuse_full(folder: Path) -> None:
    ours = {LOCK_NAME, *(_PARTS if (folder / UNDER_WAY).is_file() else ())}
    if any(path.name not in ours for path in folder.iterdir()):
        raise EnvironmentFault("folder_not_empty", folder=str(folder))


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep a second restore out, which would take our half for one that died."""
    lock = FileLock(folder / LOCK_NAME)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise EnvironmentFault("database_locked", folder=str(folder)) from error
    try:
        yield
    finally:
        lock.release()


def _empty(folder: Path) -> None:
    shutil.rmtree(folder / ATTACHMENTS, ignore_errors=True)
    (folder / f"{DATABASE_NAME}{UNFINISHED}").unlink(missing_ok=True)


def _unpack(archive: BackupArchive, name: str, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + UNFINISHED)
    with archive.open(name) as content, unfinished.open("wb") as stream:
        shutil.copyfileobj(content, stream)
    put_in_place(unfinished, target)


def _bring_attachments(source: Path, folder: Path) -> None:
    """An automatic backup holds no attachments; those of its own data folder lie beside it."""
    if source.parent.name != BACKUP_FOLDER:
        return
    data_folder = source.parent.parent
    for name in sound_attachments(data_folder):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data_folder / name, target)
