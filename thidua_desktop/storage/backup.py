"""Copies that are opened, checked and compared before they are called backups."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from thidua_desktop.application.records import BackupMade
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.storage.attachments import ATTACHMENTS
from thidua_desktop.storage.connection import DATABASE_NAME, open_file

BACKUP_FOLDER = "backups"
SUFFIX = ".thidua-backup.zip"
KEPT_AUTOMATIC = 30
"""How many automatic backups stay; the newest are never removed, whatever the clock says."""


def last_operation(connection: sqlite3.Connection) -> int:
    """The number of the newest operation: tells which copy is newer without trusting clocks."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0])


def make_backup(
    connection: sqlite3.Connection,
    attachments: Path | None,
    target_folder: Path,
    at: dt.datetime,
) -> BackupMade:
    """Copy the database, and the attachments where given, into one file of the target folder.

    The copy is made by SQLite's backup interface, opened again, checked and compared with the
    original before it bears its name.

    Raises:
        EnvironmentFault: the folder can't be written, or the copy proved unsound.
    """
    operations = last_operation(connection)
    name = f"thidua-{operations:06d}-{at:%Y%m%d-%H%M%S}{SUFFIX}"
    target = target_folder / name
    unfinished = target_folder / f"{name}.dang-ghi"
    copied_database = target_folder / f"{name}.db"
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        _copy_database(connection, copied_database)
        _pack(copied_database, attachments, unfinished)
        os.replace(unfinished, target)
    except OSError as error:
        raise EnvironmentFault("backup_folder_unwritable", folder=str(target_folder)) from error
    finally:
        copied_database.unlink(missing_ok=True)
        unfinished.unlink(missing_ok=True)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    return BackupMade(target, target.stat().st_size, operations, digest)


def _copy_database(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = TRUNCATE")
    with closing(open_file(target)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        complete = _counts(copy) == _counts(connection)
    if not (sound and complete):
        raise EnvironmentFault("backup_unsound", file=target.name)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in map(tuple, tables)
    }


def _pack(database: Path, attachments: Path | None, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(database, DATABASE_NAME)
        for file in sorted(attachments.glob("*/*")) if attachments else ():
            archive.write(file, f"{ATTACHMENTS}/{file.parent.name}/{file.name}")
    with zipfile.ZipFile(target) as archive:
        if archive.testzip() is not None:
            raise EnvironmentFault("backup_unsound", file=target.name)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def thin_out(folder: Path) -> None:
    """Remove the oldest automatic backups by their operation number, never the newest ones."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    for file in files[:-KEPT_AUTOMATIC]:
        file.unlink(missing_ok=True)


def unpack_backup(source: Path, new_folder: Path) -> None:
    """Restore a backup into a new, empty folder; the backup itself is only read.

    Raises:
        NotFound: there is no such file.
        InputError: it is no backup of this program, or it is damaged.
        EnvironmentFault: the folder holds something already, or can't be written.
    """
    if not source.is_file():
        raise NotFound("backup_missing", file=str(source))
    if new_folder.exists() and any(new_folder.iterdir()):
        raise EnvironmentFault("folder_not_empty", folder=str(new_folder))
    try:
        with zipfile.ZipFile(source) as archive:
            _refuse_foreign(archive, source)
            new_folder.mkdir(parents=True, exist_ok=True)
            archive.extractall(new_folder)
        _bring_attachments(source, new_folder)
    except (zipfile.BadZipFile, EOFError) as error:
        raise InputError("backup_damaged", file=source.name) from error
    except OSError as error:
        shutil.rmtree(new_folder, ignore_errors=True)
        raise EnvironmentFault("folder_read_only", folder=str(new_folder)) from error


def _bring_attachments(source: Path, new_folder: Path) -> None:
    """An automatic backup holds no attachments; those of its own data folder lie beside it."""
    beside = source.parent.parent / ATTACHMENTS
    if source.parent.name == BACKUP_FOLDER and beside.is_dir():
        shutil.copytree(beside, new_folder / ATTACHMENTS, dirs_exist_ok=True)


def _refuse_foreign(archive: zipfile.ZipFile, source: Path) -> None:
    """Only our own names may come out: a crafted archive could name files elsewhere."""
    names = archive.namelist()
    ours = all(
        name == DATABASE_NAME or (name.startswith(f"{ATTACHMENTS}/") and ".." not in name)
        for name in names
    )
    if DATABASE_NAME not in names or not ours or archive.testzip() is not None:
        raise InputError("backup_damaged", file=source.name)
