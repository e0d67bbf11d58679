"""Xuất minh chứng: every file under a name without marks, with a table of contents."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.evidence.linking import EvidenceUnit, evidence_of, evidence_units
from thidua_desktop.application.folders import ready_folder, remove_empty
from thidua_desktop.application.forms.typed_form import FROM_PAPER
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.summary import ColumnKind, SummaryColumn, SummarySheet
from thidua_desktop.domain.errors import EnvironmentFault, RuleViolation, ThiDuaError
from thidua_desktop.domain.evidence import Evidence

CONTENTS = "00-muc-luc.xlsx"
_ZIP = ".zip"
_COUNTED = re.compile(r"^\d{1,2}[\s._-]+(?=\D)")
"""A number by which the sender had ordered its files; ours takes its place."""
_WHOLE = "00-chung-ca-phieu"
_WHOLE_WORDS = "Chung cả phiếu"
_COLUMNS = (
    SummaryColumn("STT", 6, ColumnKind.COUNT),
    SummaryColumn("Đơn vị", 30),
    SummaryColumn("Tiêu chí", 12),
    SummaryColumn("Nội dung tiêu chí", 44),
    SummaryColumn("Tên tệp", 34),
    SummaryColumn("Nơi để tệp", 50),
)


@dataclass(frozen=True, slots=True)
class NamedEvidence:
    """One link with its readable place.

    Attributes:
        file: «xom-1/01-tc-nd1-…/01-bien-ban.pdf», parted by «/», without marks.
        criterion_text: the plan's words.
    """

    link: Evidence
    unit_name: str
    criterion_text: str
    file: str


def named_evidence(
    units: Sequence[EvidenceUnit], links: Sequence[Evidence]
) -> tuple[NamedEvidence, ...]:
    """The links with names that survive Zalo, old systems and any printer, each name once."""
    found: list[NamedEvidence] = []
    taken: set[str] = set()
    for unit in units:
        own = [link for link in links if link.unit == unit.code]
        folder = file_stem(unit.name) or unit.code
        folder = folder if folder not in taken else f"{folder}-{unit.code.lower()}"
        if own:
            taken.add(folder)
        found += _of_unit(unit, own, folder)
    return tuple(found)


def _of_unit(unit: EvidenceUnit, links: Sequence[Evidence], folder: str) -> Iterator[NamedEvidence]:
    places = [("", _WHOLE, _WHOLE_WORDS)]
    places += [
        (one.code, f"{at:02d}-tieu-chi-{file_stem(f'{one.code} {one.text}')}", one.text)
        for at, one in enumerate(unit.asked, start=1)
    ]
    for code, place, text in places:
        own = [link for link in links if link.criterion == code]
        for number, link in enumerate(own, start=1):
            title = PurePath(link.title)
            plain = _COUNTED.sub("", title.stem)
            stem = f"{number:02d}-{file_stem(plain) or 'tep'}{title.suffix.lower()}"
            yield NamedEvidence(link, unit.name, text, f"{folder}/{place}/{stem}")


def export_evidence(
    desk: Desk, cycle_id: str, target: Path, unit: str = "", progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write the files of a cycle, or of one unit, into a folder or a zip, with a mục lục.

    Stopping leaves nothing behind that was not there before.

    Returns:
        The files that were written; of a zip the zip itself.

    Raises:
        NotFound: no such cycle.
        RuleViolation: nothing is attached.
        Cancelled: the user stopped it.
        EnvironmentFault: a kept file is gone, or the target can't be written.
    """
    links = [link for link in evidence_of(desk, cycle_id) if unit in ("", link.unit)]
    if not links:
        raise RuleViolation("nothing_attached", cycle=cycle_id)
    named = named_evidence(evidence_units(desk, cycle_id), links)
    is_zip = target.suffix.lower() == _ZIP
    # The workshop lies apart, so that a program that was killed leaves nothing in the target.
    with (
        ready_folder(target.parent if is_zip else target),
        tempfile.TemporaryDirectory() as workshop,
    ):
        contents = _write_contents(desk, cycle_id, named, Path(workshop) / CONTENTS)
        if is_zip:
            if progress is not None:
                progress(0, 1, target.name)
            files = [(one.file, desk.attachments.path(one.link.sha256)) for one in named]
            desk.packer.pack([(CONTENTS, contents), *files], target)
            return (target,)
        return _copy_all(desk, named, contents, target, progress)


def _copy_all(
    desk: Desk,
    named: Sequence[NamedEvidence],
    contents: Path,
    folder: Path,
    progress: Progress | None,
) -> tuple[Path, ...]:
    written: list[Path] = []
    try:
        for done, one in enumerate(named):
            if progress is not None:
                progress(done, len(named), one.link.title)
            path = folder / one.file
            is_new = not path.exists()
            with ready_folder(path.parent):
                _copy(desk.attachments.path(one.link.sha256), path)
            written += [path] if is_new else []
        _copy(contents, folder / CONTENTS)
    except ThiDuaError:
        for path in written:
            path.unlink(missing_ok=True)
            remove_empty(
                one for one in path.parents if one.is_relative_to(folder) and one != folder
            )
        raise
    return (folder / CONTENTS, *(folder / one.file for one in named))


def _copy(source: Path, target: Path) -> None:
    """Write beside the target first, so that an older file is whole until then."""
    unfinished = target.with_name(f"{target.name}.dang-ghi")
    try:
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise EnvironmentFault("attachment_unreadable", file=target.name) from error


def _write_contents(desk: Desk, cycle_id: str, named: Sequence[NamedEvidence], path: Path) -> Path:
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        units = {one.link.unit for one in named}
        papers = books.typed_forms.of_cycle(cycle_id).keys() & units
    rows = tuple(
        (
            number,
            one.unit_name,
            one.link.criterion,
            one.criterion_text,
            one.link.title,
            one.file,
        )
        for number, one in enumerate(named, start=1)
    )
    note = f"{len(named)} tệp của {len(units)} đơn vị, {cycle_title(cycle)}"
    sheet = SummarySheet(
        title="Mục lục",
        heading="MỤC LỤC MINH CHỨNG",
        sub_heading=f"{note} ({len(papers)} phiếu {FROM_PAPER.lower()})" if papers else note,
        columns=_COLUMNS,
        rows=rows,
    )
    return write_office_workbook(desk, [sheet], path)
