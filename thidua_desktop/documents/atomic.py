"""Writing a file for people so that the old one is whole until the new one is."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.documents.leftovers import beside, sweep
from thidua_desktop.domain.errors import EnvironmentFault

_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CODES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "disk_full"),
    **dict.fromkeys(_NOT_ALLOWED, "folder_read_only"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "folder_missing"),
    errno.ENAMETOOLONG: "file_name_too_long",
}
_SHARING_ERRORS = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation – a virus scanner or Excel holds it."""

_RETRY_PAUSES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.7)
"""2.5 seconds in all: a virus scanner lets go within that, Excel does not."""


@contextmanager
def replace_atomically(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; leaving normally puts it in the place of `path`.

    On any failure `path` is as it was before and nothing is left beside it.

    Raises:
        EnvironmentFault: the disk is full, the folder is missing or read-only, or the old file
            is open in another program.
    """
    temporary = beside(path)
    sweep(path.parent)
    try:
        with _explained(path, temporary):
            yield temporary
            _flush(temporary)
            _move_over(temporary, path)
            _flush_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _explained(path: Path, temporary: Path) -> Iterator[None]:
    """Translate what the operating system says about these two files."""
    try:
        yield
    except OSError as error:
        about = {os.fspath(name) for name in (error.filename, error.filename2) if name}
        if about and not about & {os.fspath(path), os.fspath(temporary)}:
            raise
        raise _fault(error, path, temporary) from error


def _fault(error: OSError, path: Path, temporary: Path) -> EnvironmentFault:
    if path.is_dir():
        code = "file_is_a_folder"
    elif error.errno in _NOT_ALLOWED and path.exists() and temporary.exists():
        code = "file_open_elsewhere"
    else:
        code = _CODES.get(error.errno or 0, "file_not_written")
    return EnvironmentFault(code, file=path.name, folder=str(path.parent), detail=str(error))


def _flush(path: Path) -> None:
    """Let the bytes reach the disk before the name does."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Let the new name reach the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _move_over(temporary: Path, path: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    """Replace, waiting a little for a program that holds the old file for a moment."""
    for pause in _RETRY_PAUSES:
        try:
            os.replace(temporary, path)  # noqa: PTH105 - the tests stand in for this call
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            sleep(pause)
        else:
            return
    os.replace(temporary, path)  # noqa: PTH105 - as above
