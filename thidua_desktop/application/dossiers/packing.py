"""Đóng gói hồ sơ: one zip for each level that decides, with papers, evidence and mục lục."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from thidua_desktop.application.dossiers.gate import CheckedDossier, checked
from thidua_desktop.application.dossiers.writing import export_papers, planned_of
from thidua_desktop.application.evidence.export import NamedEvidence, named_evidence
from thidua_desktop.application.evidence.linking import evidence_of, evidence_units
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft, read_draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PlannedPaper
from thidua_desktop.application.papers.contents_list import ContentsOrder, build_contents_list
from thidua_desktop.application.papers.formats import ALL_FORMATS
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.awards.outcomes import DecisionScan
from thidua_desktop.domain.dossier_parts import DossierRelease, PartState
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.vietnamese.cleaning import clean_text

_PAPERS, _EVIDENCE, _CONTENTS = "01_van-ban", "02_minh-chung", "00_muc-luc"
_SENT = (PaperGroup.PROPOSING, PaperGroup.SESSION, PaperGroup.DECIDING)
"""What goes with a dossier; lists for signing and the speaker's text stay in the house."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Where the zips go, and why they go out although something is open."""

    folder: Path
    despite: str = ""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """One file of the vault with its readable name in the zip."""

    what: str
    file: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Vault:
    """What the vault holds for a dossier: names by hash, evidence of units, scans of decisions."""

    names: Mapping[str, str]
    attached: Sequence[NamedEvidence]
    scans: Sequence[DecisionScan]


def pack_dossiers(
    desk: Desk, texts: Texts, cycle_id: str, order: PackOrder, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write one zip for each level of awards.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the council has voted on nothing yet; or a dossier is not complete and no
            reason says why it goes out all the same.
        InputError: letters that can't be printed, or a broken template of the office.
        EnvironmentFault: the folder can't be written.
    """
    draft = read_draft(desk, texts, cycle_id)
    with desk.store.read() as books:
        dossiers = checked(draft, books.dossiers.marks(), books.dossiers.rules())
        names = {one.sha256: one.name for one in books.collecting.attachments()}
        scans = books.outcomes.scans()
    ready = [one for one in dossiers if any(_went_on(draft, one))]
    if not ready:
        raise RuleViolation("nothing_to_print", cycle=cycle_id)
    unfinished = [one for one in ready if one.state is not PartState.COMPLETE]
    if unfinished and not order.despite.strip():
        raise RuleViolation("dossier_gate_closed", count=len(unfinished))
    attached = named_evidence(evidence_units(desk, cycle_id), evidence_of(desk, cycle_id))
    vault = _Vault(names, attached, scans)
    packing = _Packing(desk, draft, vault, order, progress)
    levels = [level for level in AwardLevel if any(one.level is level for one in ready)]
    with ready_folder(order.folder):
        packed = tuple(
            packing.pack(level, [one for one in ready if one.level is level]) for level in levels
        )
    if unfinished:
        _record(desk, cycle_id, len(unfinished), order.despite)
    return packed


def _record(desk: Desk, cycle_id: str, unfinished: int, despite: str) -> None:
    """Leave in the journal that dossiers went out although something was open, and why."""
    reason = clean_text(despite)
    release = DossierRelease(cycle_id, desk.clock.today(), unfinished, reason)
    with desk.store.write(
        "dossiers_released", cycle=cycle_id, count=unfinished, reason=reason
    ) as books:
        books.dossiers.add_release(release)


def _went_on(draft: Draft, dossier: CheckedDossier) -> list[bool]:
    """The votes in favour of it."""
    return [
        ballot.passed
        for ballots in draft.ballots.values()
        for ballot in ballots
        if ballot.proposal == dossier.proposal.id and ballot.passed
    ]


class _Packing:
    """Packs the dossiers of one cycle."""

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        vault: _Vault,
        order: PackOrder,
        progress: Progress | None,
    ) -> None:
        self._desk = desk
        self._draft = draft
        self._vault = vault
        self._order = order
        self._progress = progress

    def pack(self, level: AwardLevel, dossiers: Sequence[CheckedDossier]) -> Path:
        """The zip of one level."""
        cycle = self._draft.context.cycle.id
        words = self._draft.texts.render(f"award_level_{level}", {})
        path = self._order.folder / f"{file_stem('ho-so', cycle, words)}.zip"
        papers = self._papers(dossiers)
        evidence = self._evidence(dossiers)
        # The workshop lies apart, so that a program that was killed leaves nothing in the folder.
        with tempfile.TemporaryDirectory() as folder:
            written = export_papers(self._desk, papers, Path(folder), self._progress).whole()
            contents = self._contents(level, dossiers, papers, evidence, Path(folder))
            files = [(one.name, one) for one in contents]
            files += [(f"{_PAPERS}/{one.name}", one) for one in written]
            files += [(f"{_EVIDENCE}/{one.file}", one.path) for one in evidence]
            self._desk.packer.pack(files, path)
        return path

    def _papers(self, dossiers: Sequence[CheckedDossier]) -> list[PlannedPaper]:
        numbers = {one.proposal.id for one in dossiers}
        return [
            planned
            for planned in planned_of(self._draft, dossier_only=True)
            if planned.group in _SENT and numbers & set(planned.proposals)
        ]

    def _evidence(self, dossiers: Sequence[CheckedDossier]) -> list[_Evidence]:
        found = []
        for dossier in dossiers:
            for part in dossier.parts:
                if part.mark is None or not part.mark.attachment:
                    continue
                ending = PurePath(self._vault.names.get(part.mark.attachment, "")).suffix.lower()
                stem = file_stem(
                    f"{dossier.proposal.id:03d}", dossier.proposal.subject_name, part.part.text
                )
                what = f"{part.part.text} - {dossier.name}"
                source = self._desk.attachments.path(part.mark.attachment)
                found.append(_Evidence(what, f"{stem}{ending}", source))
        return [*found, *self._of_units(dossiers), *self._scans(dossiers)]

    def _scans(self, dossiers: Sequence[CheckedDossier]) -> list[_Evidence]:
        """The signed decisions on these dossiers."""
        numbers = {one.proposal.id for one in dossiers}
        meant = {
            decision.id: decision.number
            for decision in self._draft.decisions
            if any(award.proposal in numbers for award in self._draft.decided[decision.id])
        }
        return [
            _Evidence(
                f"Quyết định {meant[scan.decision]} đã ký".replace("  ", " "),
                f"{file_stem('quyet-dinh', meant[scan.decision], PurePath(scan.title).stem)}"
                f"_{scan.sha256[:6]}{PurePath(scan.title).suffix.lower()}",
                self._desk.attachments.path(scan.sha256),
            )
            for scan in self._vault.scans
            if scan.decision in meant
        ]

    def _of_units(self, dossiers: Sequence[CheckedDossier]) -> list[_Evidence]:
        """What the units that are proposed proved their points with; people have none."""
        units = {one.proposal.subject_code for one in dossiers if not one.proposal.is_person}
        return [
            _Evidence(
                f"{one.link.title} - {one.unit_name}, tiêu chí {one.link.criterion}"
                if one.link.criterion
                else f"{one.link.title} - {one.unit_name}",
                one.file,
                self._desk.attachments.path(one.link.sha256),
            )
            for one in self._vault.attached
            if one.link.unit in units
        ]

    def _contents(
        self,
        level: AwardLevel,
        dossiers: Sequence[CheckedDossier],
        papers: Sequence[PlannedPaper],
        evidence: Sequence[_Evidence],
        folder: Path,
    ) -> list[Path]:
        texts = self._draft.texts
        documents = [
            (f"{texts.render(f'paper_kind_{p.kind}', {})} - {p.about}", f"{_PAPERS}/{p.stem}")
            for p in papers
        ]
        documents += [(one.what, f"{_EVIDENCE}/{one.file}") for one in evidence]
        still = tuple(
            f"{one.name}: {part.part.text} ({texts.reason(part.reason).rstrip('.')});"
            for one in dossiers
            for part in one.parts
            if part.state is not PartState.COMPLETE
        )
        order = ContentsOrder(
            level=texts.render(f"award_level_{level}", {}),
            documents=tuple(documents),
            open=still,
            despite=self._order.despite.strip() if still else "",
        )
        paper = build_contents_list(self._draft.context, order)
        made = [folder / f"{_CONTENTS}.{form}" for form in ALL_FORMATS]
        for path in made:
            self._desk.papers.write(paper, path)
        return made
