"""Xem trước minh chứng: whose evidence each file of a folder is, before any of it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua_desktop.application.evidence.linking import (
    EvidenceFile,
    EvidencePlace,
    EvidenceUnit,
    evidence_units,
    fault_of,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.evidence import is_left_behind, title_of
from thidua_desktop.domain.evidence_names import NamedPlace, place_of
from thidua_desktop.domain.reasons import Issue


class FoundState(StrEnum):
    """What becomes of a file."""

    READY = "ready"  # nhận ra
    UNSURE = "unsure"  # chưa chắc
    ASIDE = "aside"  # để riêng


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """One file that was looked at.

    Attributes:
        shown: its name with the folders below the chosen one.
        unit: the unit's code, empty where it is not known.
        criterion: empty where it is not known, or where it is the form as a whole.
        issue: why it is put aside or not sure.
    """

    path: Path
    shown: str
    title: str
    unit: str
    criterion: str
    state: FoundState
    issue: Issue | None = None

    @property
    def file(self) -> EvidenceFile:
        """The file with its place, to be added."""
        return EvidenceFile(self.path, EvidencePlace(self.unit, self.criterion))


def look_for_evidence(
    desk: Desk, cycle_id: str, paths: Sequence[Path], place: EvidencePlace | None = None
) -> tuple[FoundEvidence, ...]:
    """Look at files and folders; nothing is taken.

    Args:
        desk: the ports.
        cycle_id: of which cycle.
        paths: files and folders.
        place: what is known already: the unit, or the unit and the criterion.

    Raises:
        NotFound: no such cycle.
        InputError: a path does not exist, or there is no file.
    """
    units = evidence_units(desk, cycle_id)
    looking = _Looking(units, place)
    missing = [Issue("path_missing", file=str(path)) for path in paths if not path.exists()]
    if missing:
        raise InputError("paths_missing", issues=missing, count=len(missing))
    found = [looking.look(path, parts) for path, parts in _files(paths)]
    if not found:
        raise InputError("no_files_found")
    return tuple(found)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Each file once, with the names of its folders from the chosen one on."""
    seen: set[Path] = set()
    for path in paths:
        inner = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inner:
            if file in seen or is_left_behind(file.name) or (file.is_dir()):
                continue
            seen.add(file)
            yield file, (path.name, *file.relative_to(path).parts[:-1]) if path != file else ()


class _Looking:
    """Tells the place of each file by names."""

    def __init__(self, units: Sequence[EvidenceUnit], place: EvidencePlace | None) -> None:
        self._names: Mapping[str, str] = {unit.code: unit.name for unit in units}
        self._criteria = {unit.code: unit.asked for unit in units}
        self._place = place

    def look(self, path: Path, folders: Sequence[str]) -> FoundEvidence:
        place = self._told((*folders, path.stem))
        shown = "/".join((*folders[1:], path.name))
        issue = fault_of(path)
        state = FoundState.READY if place.is_sure else FoundState.UNSURE
        if issue is not None:
            state = FoundState.ASIDE
        elif not place.unit:
            issue = Issue("evidence_whose")
        elif not place.criterion and not place.is_sure:
            issue = Issue("evidence_which")
        elif not place.is_sure:
            name = self._names[place.unit]
            issue = Issue("evidence_guessed", data={"unit": name, "criterion": place.criterion})
        title = title_of(path.name)
        return FoundEvidence(path, shown, title, place.unit, place.criterion, state, issue)

    def _told(self, parts: Sequence[str]) -> NamedPlace:
        known = self._place
        if known is not None and known.criterion:
            return NamedPlace(known.unit, known.criterion, is_sure=True)
        return place_of(parts, self._names, self._criteria, known.unit if known else "")


def new_scans(desk: Desk, cycle_id: str) -> tuple[Path, ...]:
    """The files of the scan folder that no link of the cycle holds yet, oldest first.

    Raises:
        NotFound: no such cycle.
        InputError: no folder was chosen yet, or it is gone.
    """
    folder = desk.scans.folder()
    if folder is None:
        raise InputError("scan_folder_not_chosen")
    if not folder.is_dir():
        raise InputError("scan_folder_missing", folder=str(folder))
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        known = {(one.size, one.sha256) for one in books.evidence.of_cycle(cycle_id)}
    files = [path for path in sorted(folder.iterdir()) if _is_scan(path)]
    new = [path for path in files if not _is_known(desk, path, known)]
    return tuple(sorted(new, key=lambda path: path.stat().st_mtime))


def _is_scan(path: Path) -> bool:
    return path.is_file() and not is_left_behind(path.name) and fault_of(path) is None


def _is_known(desk: Desk, path: Path, known: set[tuple[int, str]]) -> bool:
    """Whether a link holds this content; only files of a known size are read for it."""
    size = path.stat().st_size
    rivals = [sha for known_size, sha in known if known_size == size]
    return any(desk.attachments.path(sha).read_bytes() == path.read_bytes() for sha in rivals)
