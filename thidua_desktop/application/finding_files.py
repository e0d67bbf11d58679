"""What was dropped or named, as files to read: folders looked through, archives opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.ports import Archives, Unpacked
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
"""What is looked for in a folder; a file that is named itself is always tried."""

PAPERS = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp", ".pdf", ".doc", ".docx"})
"""Photographs and scans of forms: in a folder they are put aside by name, never passed over."""

ARCHIVE = ".zip"

OTHER_ARCHIVES = frozenset({".rar", ".7z"})
"""Not opened here; in a folder they are put aside by name, for forms may be within."""

_ASIDE = {
    **dict.fromkeys(PAPERS, "file_is_paper"),
    **dict.fromkeys(OTHER_ARCHIVES, "archive_other_kind"),
}


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
                (file, _why_aside(file)) for file in sorted(path.rglob("*")) if _is_wanted(file)
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


def _why_aside(file: Path) -> str:
    """Why a file of a folder isn't tried, by its ending: a photograph, a letter, an archive."""
    return _ASIDE.get(file.suffix.lower(), "")


def _opened(archives: Archives, named: Mapping[Path, str]) -> FoundFiles:
    """Archives opened, what of folders is put aside refused; what was named itself is tried."""
    files: list[Path] = []
    refused = []
    for path, why_aside in named.items():
        if why_aside:
            refused.append(WorkbookGrid(path, "", issues=(Issue(why_aside),)))
            continue
        opened = archives.unpack(path) if path.suffix.lower() == ARCHIVE else Unpacked((path,))
        files += opened.files
        if opened.issue is not None:
            refused.append(WorkbookGrid(path, "", issues=(opened.issue,)))
    return FoundFiles(tuple(files), tuple(refused))


def _is_wanted(file: Path) -> bool:
    """Office programs leave «~$…» files beside an open workbook; they hold nothing."""
    return (
        file.is_file()
        and file.suffix.lower() in {*SPREADSHEETS, *_ASIDE, ARCHIVE}
        and not file.name.startswith(("~$", "."))
    )
