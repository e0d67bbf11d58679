"""Bản nào được dùng: of several files of one unit, the acceptable one that was saved last counts.

What is known of a file is its content: a copy that was downloaded again is no newer than the
first one seen. Files saved in the same second are parted by their content, so that the order in
which they come in never decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.self_reports import SelfReport

TAKEN = (IntakeStatus.ACCEPTED, IntakeStatus.WARNED)
OTHER_CYCLE = "form_other_cycle"
_USABLE = (*TAKEN, IntakeStatus.SUPERSEDED)

_Age = tuple[str, str]
"""When a content was first saved, as far as known, and its hash."""


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """One file with its report, before the files of a unit are compared.

    Attributes:
        report: what would be taken; `None` for a file that can't be.
    """

    grid: WorkbookGrid
    modified_at: str
    unit: str
    unit_name: str
    status: IntakeStatus
    issues: tuple[Issue, ...]
    report: SelfReport | None = None

    @property
    def age(self) -> _Age:
        """Of a unit's files the greatest counts."""
        return (self.modified_at, self.grid.sha256)

    @property
    def content(self) -> str:
        """What tells the file from others; one that could not be read at all has no hash."""
        return self.grid.sha256 or f"{self.grid.name} {self.modified_at}"


def settle(judged: Sequence[JudgedFile], known: Sequence[Intake]) -> list[JudgedFile]:
    """Let the newest acceptable file of each unit win, over this batch and all before."""
    first = _first_saved(judged, known)
    dated = [replace(file, modified_at=first[file.content]) for file in judged]
    newest: dict[str, _Age] = {}
    for intake in known:
        if intake.status in TAKEN:
            age = (first[_content(intake)], intake.sha256)
            newest[intake.unit] = max(newest.get(intake.unit, age), age)
    for file in dated:
        if file.report is not None:
            newest[file.unit] = max(newest.get(file.unit, file.age), file.age)
    kept = _kept_copies(dated)
    return [
        file
        if file.report is None
        else _superseded(file, newest[file.unit])
        if file.age < newest[file.unit]
        else _one_of(file, kept[file.unit, file.content])
        for file in dated
    ]


def _kept_copies(files: Iterable[JudgedFile]) -> dict[tuple[str, str], JudgedFile]:
    """Of files that are the same to the last byte, the one that counts: the shortest named."""
    kept: dict[tuple[str, str], JudgedFile] = {}
    for file in files:
        rival = kept.get((file.unit, file.content), file)
        kept[file.unit, file.content] = min(rival, file, key=_plainness)
    return kept


def _plainness(file: JudgedFile) -> tuple[int, str]:
    """«a.xlsx» before «Copy of a.xlsx»."""
    return (len(file.grid.name), str(file.grid.path))


def _one_of(file: JudgedFile, kept: JudgedFile) -> JudgedFile:
    """The file itself, or a note that it is nothing but a copy."""
    if file.grid.path == kept.grid.path:
        return file
    note = Issue("form_same_file", Severity.NOTE, data={"file": kept.grid.name})
    return replace(file, status=IntakeStatus.SUPERSEDED, issues=(*file.issues, note), report=None)


def _first_saved(judged: Iterable[JudgedFile], known: Iterable[Intake]) -> dict[str, str]:
    """The earliest time of each content over all its copies."""
    seen = [(_content(intake), intake.modified_at) for intake in known]
    seen += [(file.content, file.modified_at) for file in judged]
    first: dict[str, str] = {}
    for content, modified_at in seen:
        first[content] = min(first.get(content, modified_at), modified_at)
    return first


def _content(intake: Intake) -> str:
    return intake.sha256 or f"{intake.file_name} {intake.modified_at}"


def _superseded(file: JudgedFile, newest: _Age) -> JudgedFile:
    """Told as it is: of two files that were saved at once neither is known to be the newer."""
    is_tie = file.modified_at == newest[0]
    severity = Severity.WARNING if is_tie else Severity.NOTE
    code = "form_saved_at_once" if is_tie else "form_superseded"
    note = Issue(code, severity, data={"unit": file.unit_name})
    return replace(file, status=IntakeStatus.SUPERSEDED, issues=(*file.issues, note), report=None)


def unrecorded(settled: Sequence[JudgedFile], known: Sequence[Intake]) -> list[JudgedFile]:
    """The files that tell something new; what was recorded once is not recorded again.

    Of copies the one that counts comes first, so that the others tell nothing new.
    """
    seen = {(_content(intake), intake.unit, intake.status) for intake in known}
    new = []
    for file in sorted(settled, key=lambda one: one.status is IntakeStatus.SUPERSEDED):
        same = _USABLE if file.status is IntakeStatus.SUPERSEDED else (file.status,)
        if not any((file.content, file.unit, status) in seen for status in same):
            seen.add((file.content, file.unit, file.status))
            new.append(file)
    return new


def newest_files(intakes: Iterable[Intake]) -> dict[str, Intake]:
    """The newest file of each unit, taken or not; superseded ones never are."""
    newest: dict[str, Intake] = {}
    for intake in intakes:
        if intake.unit and intake.status is not IntakeStatus.SUPERSEDED:
            rival = newest.get(intake.unit, intake)
            newest[intake.unit] = max(rival, intake, key=_order)
    return newest


def _order(intake: Intake) -> tuple[str, str, int]:
    return (intake.modified_at, intake.sha256, intake.id)


def with_first_sending(files: Sequence[JudgedFile], known: Sequence[Intake]) -> list[JudgedFile]:
    """Let the day of a unit's first sending stand for its report.

    A form that was sent in time and comes back mended after the due day is not late: the unit
    did send. A form of another cycle is no sending of this one.
    """
    first: dict[str, dt.date] = {}
    for intake in known:
        if intake.unit and not any(issue.code == OTHER_CYCLE for issue in intake.issues):
            day = first.get(intake.unit, intake.received_on)
            first[intake.unit] = min(day, intake.received_on)
    return [_sent_on(file, first.get(file.unit)) for file in files]


def _sent_on(file: JudgedFile, first: dt.date | None) -> JudgedFile:
    if file.report is None or first is None or first >= file.report.received_on:
        return file
    return replace(file, report=replace(file.report, received_on=first))
