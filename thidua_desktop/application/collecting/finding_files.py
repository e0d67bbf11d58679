"""What was dropped or named, as files to read: folders looked through, archives opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.ports import Archives, Unpacked
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue

SPREADSHEETS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".et", ".ods", ".ots", ".csv"}
)
"""What is looked for in a folder; a file that is named itself is always tried."""

PAPERS = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp", ".pdf", ".doc", ".docx"})
"""Photographs and scans of forms: in a folder they are put aside by name, never passed over."""

ARCHIVE = ".zip"

OTHER_ARCHIVES = frozenset({".rar", ".7z"})
"""Not opened here; in a folder they are put aside by name, for forms may be within."""

_ASIDE = {
    **dict.fromkeys(PAPERS, "file_is_paper"),
    **dict.fromkeys(OTHER_ARCHIVES, "archive_other_kind"),
    ARCHIVE: "archive_too_deep",
}

_NOBODYS = frozenset({"thumbs.db", "desktop.ini", ".tmp", ".lnk", ".url"})
"""What Windows and office programs leave behind: names and endings in which nobody sends a form."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Files to read; archives that could not be opened and papers stand as unreadable grids."""

    files: tuple[Path, ...]
    refused: tuple[WorkbookGrid, ...] = ()


def found_files(archives: Archives, paths: Iterable[Path]) -> FoundFiles:
    """The files of the given paths, folders and archives opened, each once, in order.

    Raises:
        InputError: a path does not exist, or there is nothing to read.
    """
    named: dict[Path, str] = {}
    missing = []
    for path in paths:
        if path.is_dir():
            named.update(
                (file, "" if _is_opened(file) else why_aside(file))
                for file in sorted(path.rglob("*"))
                if file.is_file() and not is_nobodys(file)
            )
        elif path.exists():
            named[path] = ""
        else:
            missing.append(Issue("path_missing", file=str(path)))
    if missing:
        raise InputError("paths_missing", issues=missing, count=len(missing))
    if not named:
        raise InputError("no_files_found")
    return _opened(archives, named)


def is_nobodys(file: PurePath) -> bool:
    """Whether it is litter: «~$…» beside an open workbook, hidden files, those of Windows."""
    return (
        file.name.startswith(("~$", "."))
        or file.name.lower() in _NOBODYS
        or file.suffix.lower() in _NOBODYS
    )


def why_aside(file: PurePath) -> str:
    """The code that says why a file of a folder or an archive isn't tried; empty if it is."""
    ending = file.suffix.lower()
    return "" if ending in SPREADSHEETS else _ASIDE.get(ending, "file_other_kind")


def _is_opened(file: PurePath) -> bool:
    return file.suffix.lower() == ARCHIVE


def _opened(archives: Archives, named: Mapping[Path, str]) -> FoundFiles:
    """Archives opened, what of folders is put aside refused; what was named itself is tried."""
    files: list[Path] = []
    refused = []
    for path, code in named.items():
        if code:
            refused.append(_put_aside(path, code))
            continue
        opened = archives.unpack(path) if _is_opened(path) else Unpacked((path,))
        files += opened.files
        refused += [_put_aside(path / name, why_aside(name)) for name in opened.aside]
        if opened.issue is not None:
            refused.append(WorkbookGrid(path, "", issues=(opened.issue,)))
    return FoundFiles(tuple(files), tuple(refused))


def _put_aside(path: Path, code: str) -> WorkbookGrid:
    issue = Issue(code, data={"kind": path.suffix.lower() or path.name})
    return WorkbookGrid(path, "", issues=(issue,))
