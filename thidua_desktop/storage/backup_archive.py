"""The file of a backup: one ZIP with the database, a manifest, and attachments by their hash."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from thidua_desktop.domain.errors import InputError
from thidua_desktop.storage.attachments import ATTACHMENTS
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.durable import digest_of

MANIFEST_NAME = "manifest.json"

_ATTACHMENT = re.compile(rf"{ATTACHMENTS}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
_PIECE = 1 << 20

_BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    OverflowError,
)
"""What `zipfile` and `json` raise over damaged bytes."""

SPOILT_BYTES = (zipfile.BadZipFile, zlib.error, EOFError)
"""What reading a file out of an archive raises that looked sound a moment ago."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        dataset: which office's data.
        operations: the number of the newest operation: tells which copy is newer without clocks.
        head: that operation's hash, which stands for the whole journal before it.
        sha256: of the database inside.
        attachments: the names of the attachments inside, which end with their own SHA-256. A
            damaged directory of the archive could hide some of them.
    """

    dataset: str
    operations: int
    head: str
    sha256: str
    attachments: list[str]


@dataclass(frozen=True, slots=True)
class BackupArchive:
    """A backup open for reading, every byte of it proved."""

    manifest: Manifest
    _archive: zipfile.ZipFile

    @classmethod
    def proved(cls, archive: zipfile.ZipFile) -> BackupArchive:
        """Look at every name and every byte.

        Only our own names may come out: a crafted archive could name files elsewhere.

        Raises:
            ValueError: something in it is not what it should be; `zipfile` raises others.
        """
        manifest = Manifest(**json.loads(archive.read(MANIFEST_NAME)))
        attachments = manifest.attachments
        if not all(_ATTACHMENT.fullmatch(name) for name in attachments):
            raise ValueError("a name that is not ours")
        if sorted(archive.namelist()) != sorted({MANIFEST_NAME, DATABASE_NAME, *attachments}):
            raise ValueError("other files than the manifest says")
        if _digest(archive, DATABASE_NAME) != manifest.sha256:
            raise ValueError("another database than the manifest says")
        if any(_digest(archive, name) != name.rpartition("/")[2] for name in attachments):
            raise ValueError("an attachment was altered")
        return cls(manifest, archive)

    def open(self, name: str) -> IO[bytes]:
        """One of its files."""
        return self._archive.open(name)


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def opened_backup(path: Path) -> Iterator[BackupArchive]:
    """Open a backup and prove it before the block runs.

    Raises:
        InputError: it is no backup of this program, or it is damaged.
    """
    damaged = InputError("backup_damaged", file=path.name)
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN_ARCHIVE as error:
        raise damaged from error
    with archive:
        try:
            proved = BackupArchive.proved(archive)
        except _BROKEN_ARCHIVE as error:
            raise damaged from error
        yield proved


def pack(manifest: Manifest, database: Path, data_folder: Path, target: Path) -> None:
    """Write the file of a backup, with the attachments that the manifest names."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST_NAME, json.dumps(asdict(manifest)))
        archive.write(database, DATABASE_NAME)
        for name in manifest.attachments:
            archive.write(data_folder / name, name)


def sound_attachments(data_folder: Path) -> list[str]:
    """The attachments of a data folder that are what they were, as a backup names them.

    A spoilt one is told by the check of the data; it must not keep the others from being safe.
    """
    found = {
        f"{ATTACHMENTS}/{f.parent.name}/{f.name}" for f in data_folder.glob(f"{ATTACHMENTS}/*/*")
    }
    names = sorted(name for name in found if _ATTACHMENT.fullmatch(name))
    return [name for name in names if digest_of(data_folder / name) == name.rpartition("/")[2]]
