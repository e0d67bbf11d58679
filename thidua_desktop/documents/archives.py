"""Zip files as Zalo and mail hand them over: their spreadsheets, unpacked with limits."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath, PurePosixPath

from thidua_desktop.application.collecting.finding_files import ARCHIVE, is_nobodys, why_aside
from thidua_desktop.application.ports import Unpacked
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.vietnamese.cleaning import clean_text

MOST_ENTRIES = 1_000
LARGEST_ENTRY = 20 * 1024 * 1024
"""Bytes: what the reader of workbooks takes at most."""
LARGEST_TOTAL = 200 * 1024 * 1024
DEEPEST = 2
"""A zip within a zip is opened, one within that is not."""

_NO_TIME = 1980
"""The year that stands where an archive knows none."""
_CHUNK = 1024 * 1024
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    UnicodeDecodeError, OverflowError,
)  # fmt: skip


class TooHeavyError(Exception):
    """The archive would unpack to more than is allowed."""


class ZipArchives:
    """Port `Archives`; what is unpacked lies in a folder of the machine's own until it is freed."""

    def __init__(self) -> None:
        self._left = 0
        self._aside: list[PurePath] = []

    def unpack(self, path: Path) -> Unpacked:
        """The spreadsheets within, each under its own name, and the names of what else is there."""
        self._left = LARGEST_TOTAL
        self._aside = []
        target = Path(tempfile.mkdtemp(prefix="phieu-"))
        try:
            files = tuple(self._opened(path, target, depth=1))
        except TooHeavyError:
            return self._refused(target, "archive_too_heavy")
        except _EncryptedError:
            return self._refused(target, "archive_encrypted")
        except PermissionError:
            return self._refused(target, "workbook_not_allowed")
        except (*_BROKEN, OSError):
            return self._refused(target, "archive_damaged")
        aside = tuple(self._aside)
        return (
            Unpacked(files, aside=aside)
            if files
            else self._refused(target, "archive_without_forms", aside)
        )

    def _opened(self, path: Path, target: Path, depth: int) -> Iterator[Path]:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_ENTRIES:
                raise TooHeavyError
            for number, entry in enumerate(entries):
                name = _plain_name(entry)
                if is_nobodys(PurePath(name)):
                    continue
                is_archive = Path(name).suffix.lower() == ARCHIVE and depth < DEEPEST
                if why_aside(PurePath(name)) and not is_archive:
                    self._aside.append(PurePath(name))
                    continue
                if entry.flag_bits & _ENCRYPTED:
                    raise _EncryptedError
                # Two folders of the archive may hold files of one name.
                folder = target / f"{depth}-{number}"
                folder.mkdir()
                file = folder / name
                self._copy(archive, entry, file)
                if is_archive:
                    yield from self._opened(file, folder, depth + 1)
                else:
                    yield file

    def _copy(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> None:
        """Unpack one entry, counting what really comes out: sizes in the archive may lie."""
        size = 0
        with archive.open(entry) as source, file.open("wb") as written:
            while chunk := source.read(_CHUNK):
                size += len(chunk)
                self._left -= len(chunk)
                if size > LARGEST_ENTRY or self._left < 0:
                    raise TooHeavyError
                written.write(chunk)
        _keep_time(entry, file)

    @staticmethod
    def _refused(target: Path, code: str, aside: tuple[PurePath, ...] = ()) -> Unpacked:
        shutil.rmtree(target, ignore_errors=True)
        return Unpacked((), Issue(code), aside)


class _EncryptedError(Exception):
    """An entry asks for a password."""


def _keep_time(entry: zipfile.ZipInfo, file: Path) -> None:
    """When the entry was saved, by which two versions of one form are told apart.

    Archives keep the clock of the machine that made them, and some keep nothing sensible.
    """
    with suppress(ValueError, OverflowError, OSError):
        saved = dt.datetime(*entry.date_time).astimezone().timestamp()
        if entry.date_time[0] > _NO_TIME:
            os.utime(file, (saved, saved))


def _plain_name(entry: zipfile.ZipInfo) -> str:
    """The entry's last name, whatever path it claims; made fit for any file system."""
    name = clean_text(PurePosixPath(entry.filename.replace("\\", "/")).name)
    stem, ending = Path(name).stem, Path(name).suffix
    return "".join("_" if letter in '<>:"|?*' else letter for letter in stem)[:120] + ending
