"""Văn bản of a cycle: which it needs as it stands, and their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import cast

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.paper_kinds.catalogue import CATALOGUE
from thidua_desktop.application.paper_kinds.draft import Draft, read_draft
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.papers.formats import ALL_FORMATS, PaperFormat
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.domain.vietnamese.printing import unprintable

UNPRINTABLE = "paper_missing_glyphs"
"""How the writers refuse a paper that bears what can't be printed."""
_EXCERPT = 60


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


@dataclass(frozen=True, slots=True)
class PapersWritten:
    """What an export of papers made.

    Attributes:
        files: in the order in which they were written.
        issues: one for each paper that was printed without signs in names that can't be, and for
            each that bears letters that can't be and was not written.
    """

    files: tuple[Path, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def refused(self) -> tuple[Issue, ...]:
        """What was not written."""
        return tuple(issue for issue in self.issues if issue.stops)

    def whole(self) -> tuple[Path, ...]:
        """The files, where only all of them are of use.

        Raises:
            InputError: a paper was left out.
        """
        if self.refused:
            raise InputError("papers_left_out", self.refused, count=len(self.refused))
        return self.files


def export_dossier(
    desk: Desk, texts: Texts, cycle_id: str, folder: Path, progress: Progress | None = None
) -> PapersWritten:
    """Write the papers that go with the awards, for signing and for editing.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the council has passed nothing yet, or no rules are known for the day.
        InputError: no paper at all can be printed, or a broken template of the office.
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
) -> PapersWritten:
    """Write these papers, all of them in one form before the next.

    Emoji and the like in names are left out and told; a paper with letters that can't be printed
    is not written, which is told too.

    Raises:
        InputError: no paper at all can be printed, or a broken template of the office.
        EnvironmentFault: the folder can't be written.
    """
    written: list[Path] = []
    issues: dict[str, Issue] = {}
    total, done = len(papers) * len(formats), 0
    with ready_folder(folder):
        # So a broken Word template does not keep back the papers for signing.
        for form in formats:
            for planned in papers:
                if progress is not None:
                    progress(done, total, planned.stem)
                done += 1
                path = folder / f"{planned.stem}.{form}"
                told = _written(desk, planned, path)
                if told is not None:
                    issues[planned.stem] = told
                if told is None or not told.stops:
                    written.append(path)
    if progress is not None:
        progress(total, total)
    made = PapersWritten(tuple(written), tuple(issues.values()))
    return made if written else PapersWritten(made.whole())


def _written(desk: Desk, planned: PlannedPaper, path: Path) -> Issue | None:
    """Write one paper; what is not, or not wholly, printed of it is told and stops nothing else."""
    paper, shortened = planned.drawn()
    try:
        desk.papers.write(paper, path)
    except InputError as error:
        if error.code != UNPRINTABLE:
            raise
        texts = tuple(str(issue.data["text"]) for issue in error.issues)
        signs = (cast("tuple[str, ...]", issue.data["characters"]) for issue in error.issues)
        return _told("paper_left_out", planned, texts, chain.from_iterable(signs))
    if not shortened:
        return None
    return _told("paper_without_signs", planned, shortened, unprintable(" ".join(shortened)))


def _told(code: str, planned: PlannedPaper, texts: tuple[str, ...], signs: Iterable[str]) -> Issue:
    data: dict[str, Value] = {
        "paper": planned.stem,
        "about": planned.about,
        "texts": tuple(text[:_EXCERPT] for text in texts),
        "characters": tuple(dict.fromkeys(signs)),
    }
    severity = Severity.ERROR if code == "paper_left_out" else Severity.WARNING
    return Issue(code, severity, data=data)
