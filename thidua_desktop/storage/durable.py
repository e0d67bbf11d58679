"""Bytes and names that must be on the disk before the next step counts on them."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault

UNFINISHED = ".dang-ghi"
"""Ends the name of a file that is still being written; nobody ever reads such a file."""

_SHARING_ERRORS = frozenset({5, 32, 33})
"""Windows: a virus scanner or indexer holds the new file for a moment."""

_RETRY_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)

_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def sync_file(path: Path) -> None:
    """Let a file's bytes reach the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Let the names of a folder reach the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(unfinished: Path, target: Path) -> None:
    """Give a finished file its name, bytes first and the name after."""
    sync_file(unfinished)
    for pause in _RETRY_PAUSES:
        try:
            unfinished.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            time.sleep(pause)
        else:
            break
    else:
        unfinished.replace(target)
    sync_folder(target.parent)


def digest_of(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fault_of(error: OSError, folder: Path, code: str) -> EnvironmentFault:
    """The fault behind what the system says of a folder: a full disk, or else the code given."""
    is_full = error.errno in _DISK_FULL
    return EnvironmentFault("disk_full" if is_full else code, folder=str(folder))
