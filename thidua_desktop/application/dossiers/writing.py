"""Văn bản of a cycle: which it needs as it stands, and their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.paper_kinds.catalogue import CATALOGUE
from thidua_desktop.application.paper_kinds.draft import Draft, read_draft
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.papers.formats import ALL_FORMATS, PaperFormat
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import RuleViolation


def plan_papers(desk: Desk, texts: Texts, cycle_id: str) -> tuple[PlannedPaper, ...]:
    """Every paper that a cycle may need as it stands, in the order of the catalogue.

    Raises:
        NotFound: no such cycle.
    """
    return planned_of(read_draft(desk, texts, cycle_id))


def plan_dossier(desk: Desk, texts: Texts, cycle_id: str) -> tuple[PlannedPaper, ...]:
    """The papers that go with the awards; none before the council has voted.

    Raises:
        NotFound: no such cycle.
    """
    draft = read_draft(desk, texts, cycle_id)
    return planned_of(draft, dossier_only=True) if draft.has_votes else ()


def planned_of(draft: Draft, *, dossier_only: bool = False) -> tuple[PlannedPaper, ...]:
    """The papers of a cycle that was read."""
    kinds = [kind for kind in CATALOGUE if kind.in_dossier or not dossier_only]
    return tuple(planned for kind in kinds for planned in kind.planned(draft))


def export_dossier(
    desk: Desk, texts: Texts, cycle_id: str, folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write the papers that go with the awards, for signing and for editing.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the council has passed nothing yet, or no rules are known for the day.
        InputError: letters that can't be printed, or a broken template of the office.
        EnvironmentFault: the folder can't be written.
    """
    papers = plan_dossier(desk, texts, cycle_id)
    if not papers:
        raise RuleViolation("nothing_to_print", cycle=cycle_id)
    return export_papers(desk, papers, folder, progress)


def export_papers(
    desk: Desk,
    papers: Sequence[PlannedPaper],
    folder: Path,
    progress: Progress | None = None,
    formats: Sequence[PaperFormat] = ALL_FORMATS,
) -> tuple[Path, ...]:
    """Write these papers, all of them in one form before the next.

    Raises:
        InputError: letters that can't be printed, or a broken template of the office.
        EnvironmentFault: the folder can't be written.
    """
    ready_folder(folder)
    written: list[Path] = []
    total = len(papers) * len(formats)
    # So a broken Word template does not keep back the papers for signing.
    for form in formats:
        for planned in papers:
            if progress is not None:
                progress(len(written), total, planned.stem)
            path = folder / f"{planned.stem}.{form}"
            desk.papers.write(planned.paper, path)
            written.append(path)
    if progress is not None:
        progress(total, total)
    return tuple(written)
