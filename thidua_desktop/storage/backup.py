"""Copies that are opened, checked and compared before they are called backups."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.records import BackupMade
from thidua_desktop.domain.errors import EnvironmentFault, InputError
from thidua_desktop.storage import journal
from thidua_desktop.storage.backup_archive import (
    Manifest,
    opened_backup,
    pack,
    sound_attachments,
)
from thidua_desktop.storage.connection import open_file, translating
from thidua_desktop.storage.durable import (
    UNFINISHED,
    digest_of,
    fault_of,
    put_in_place,
)

BACKUP_FOLDER = "backups"
SUFFIX = ".thidua-backup.zip"
KEPT_AUTOMATIC = 30
"""How many automatic backups stay; the newest are never removed, whatever the clock says."""

_NAME = re.compile(rf"thidua-(\d{{6,}})-\d{{8}}-\d{{6}}{re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True)
class BackupOrder:
    """What is backed up, and where to.

    Attributes:
        data_folder: where the attachments lie.
        target_folder: where the file is put.
        at: the moment, which only labels the file.
    """

    data_folder: Path
    target_folder: Path
    at: dt.datetime
    with_attachments: bool = True


def make_backup(connection: sqlite3.Connection, order: BackupOrder) -> BackupMade:
    """Copy the database, and the attachments where asked, into one file of the target folder.

    The copy is made by SQLite's backup interface, opened again, checked and compared with the
    original before it bears its name. The name sorts by the number of the newest operation.

    Raises:
        EnvironmentFault: the folder can't be written, or the copy proved unsound.
    """
    folder = order.target_folder
    copy, unfinished = folder / f"thidua.db{UNFINISHED}", folder / f"thidua.zip{UNFINISHED}"
    with _writing_to(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            manifest = _copy_database(connection, copy)
            if order.with_attachments:
                manifest = replace(manifest, attachments=sound_attachments(order.data_folder))
            pack(manifest, copy, order.data_folder, unfinished)
            _prove(unfinished, manifest)
            path = folder / f"thidua-{manifest.operations:06d}-{order.at:%Y%m%d-%H%M%S}{SUFFIX}"
            put_in_place(unfinished, path)
        finally:
            copy.unlink(missing_ok=True)
            unfinished.unlink(missing_ok=True)
        return _made(path, manifest)


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise fault_of(error, folder, "backup_folder_unwritable") from error


def _copy_database(connection: sqlite3.Connection, target: Path) -> Manifest:
    """Copy, and compare with the original as it stood in that same moment."""
    target.unlink(missing_ok=True)
    target.touch()
    connection.execute("BEGIN")
    try:
        newest = journal.newest(connection)
        with translating(target):
            with closing(sqlite3.connect(target, isolation_level=None)) as copy:
                connection.backup(copy)
            with closing(open_file(target)) as copy:
                sound = (
                    copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
                    and copy.execute("PRAGMA foreign_key_check").fetchone() is None
                    and journal.newest(copy) == newest
                    and _counts(copy) == _counts(connection)
                )
        dataset = connection.execute("SELECT max(dataset_id) FROM dataset").fetchone()[0]
    finally:
        connection.execute("ROLLBACK")
    if not sound:
        raise EnvironmentFault("backup_unsound", file=target.name)
    return Manifest(dataset or "", *newest, sha256=digest_of(target), attachments=[])


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own tables
        for (name,) in map(tuple, tables)
    }


def _prove(file: Path, manifest: Manifest) -> None:
    """Read the finished file back, every byte."""
    try:
        with opened_backup(file) as archive:
            sound = archive.manifest == manifest
    except InputError as error:
        raise EnvironmentFault("backup_unsound", file=file.name) from error
    if not sound:
        raise EnvironmentFault("backup_unsound", file=file.name)


def _made(path: Path, manifest: Manifest) -> BackupMade:
    return BackupMade(path, path.stat().st_size, manifest.operations, digest_of(path))


def protect(connection: sqlite3.Connection, data_folder: Path, at: dt.datetime) -> BackupMade:
    """A verified copy of the database beside the data, taken before every risky act.

    Attachments are left out: they are never altered and lie in the same data folder. Where
    nothing was done since the last one, that one is proved again and serves.
    """
    folder = data_folder / BACKUP_FOLDER
    with _writing_to(folder):
        order = BackupOrder(data_folder, folder, at, with_attachments=False)
        made = _same_state(connection, folder) or make_backup(connection, order)
        thin_out(folder)
    return made


def _same_state(connection: sqlite3.Connection, folder: Path) -> BackupMade | None:
    newest = journal.newest(connection)
    for path in folder.glob(f"thidua-{newest[0]:06d}-*{SUFFIX}"):
        try:
            with opened_backup(path) as archive:
                manifest = archive.manifest
        except InputError:
            continue
        if (manifest.operations, manifest.head) == newest:
            return _made(path, manifest)
    return None


def thin_out(folder: Path) -> None:
    """Remove the oldest automatic backups by their operation number, never the newest ones."""
    numbered = [(int(m[1]), path) for path in folder.iterdir() if (m := _NAME.fullmatch(path.name))]
    for _, path in sorted(numbered)[:-KEPT_AUTOMATIC]:
        path.unlink(missing_ok=True)
