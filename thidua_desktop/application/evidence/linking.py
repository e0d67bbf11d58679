"""Minh chứng: files tied to a unit's criterion, kept once by their content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.taking import form_context
from thidua_desktop.application.collecting.typing_in import asked_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.evidence import WHOLE_FORM, Evidence, retitled, title_of, why_not
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Criterion

_HEAD = 512


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """What a file proves: a criterion of a unit, or its form as a whole."""

    unit: str
    criterion: str = WHOLE_FORM


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file with the place that it is put to."""

    path: Path
    place: EvidencePlace


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """What came of adding; `operation` is `None` when every link was there already.

    Attributes:
        added: the new links.
        known: how many files were linked to their place already.
    """

    added: tuple[Evidence, ...]
    known: int
    operation: int | None


@dataclass(frozen=True, slots=True)
class EvidenceUnit:
    """A unit that reports in a cycle, with what it answers."""

    code: str
    name: str
    asked: tuple[Criterion, ...]


def evidence_of(desk: Desk, cycle_id: str) -> tuple[Evidence, ...]:
    """The links of a cycle by unit and criterion.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        return books.evidence.of_cycle(cycle_id)


def evidence_units(desk: Desk, cycle_id: str) -> tuple[EvidenceUnit, ...]:
    """The units of a cycle with the criteria that evidence can be tied to.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return _units(books, desk, books.cycles.get(cycle_id))


def _units(books: Books, desk: Desk, cycle: Cycle) -> tuple[EvidenceUnit, ...]:
    expected = form_context(books, desk, cycle).expected.values()
    return tuple(EvidenceUnit(one.unit, one.unit_name, asked_of(one)) for one in expected)


def fault_of(path: Path) -> Issue | None:
    """Why a file can't be evidence, `None` where it can."""
    try:
        if path.is_symlink():
            return Issue("evidence_shortcut", file=path.name)
        if not path.is_file():
            return Issue("evidence_no_file", file=path.name)
        with path.open("rb") as opened:
            head = opened.read(_HEAD)
        found = why_not(path.name, path.stat().st_size, head)
    except OSError:
        return Issue("evidence_unreadable", file=path.name)
    return None if found is None else Issue(found.code, file=path.name, data=found.data)


def add_evidence(
    desk: Desk, cycle_id: str, files: Sequence[EvidenceFile], progress: Progress | None = None
) -> EvidenceAdded:
    """Tie files to their places, all of them or none, as one operation.

    The same files again, in another order or in parts give the same links. Of two names of one
    content at one place the first in the alphabet stays, but one that the officer gave always.

    Raises:
        NotFound: no such cycle, unit or criterion.
        RuleViolation: the cycle is closed.
        InputError: a file can't be evidence; every such file is told.
        EnvironmentFault: a file can't be read or kept.
    """
    with desk.store.read() as books:
        _refuse_strangers(books, desk, cycle_id, [file.place for file in files])
        known = {one.key: one for one in books.evidence.of_cycle(cycle_id)}
    faults = [issue for file in files if (issue := fault_of(file.path))]
    if faults:
        raise InputError("evidence_refused", faults, count=len(faults))
    wanted: dict[tuple[str, str, str], Evidence] = {}
    names = {}
    for done, file in enumerate(files):
        if progress is not None:
            progress(done, len(files), file.path.name)
        kept = desk.attachments.keep(file.path)
        names[kept.sha256] = kept
        link = Evidence(
            cycle_id,
            file.place.unit,
            file.place.criterion,
            kept.sha256,
            title_of(file.path.name),
            kept.size,
        )
        before = wanted.get(link.key) or known.get(link.key) or link
        is_kept = before.is_named or before.title <= link.title
        wanted[link.key] = before if is_kept else link
    new = [one for key, one in wanted.items() if known.get(key) != one]
    if not new:
        return EvidenceAdded((), len(files), None)
    with desk.store.write("evidence_added", cycle=cycle_id, count=len(new)) as books:
        for link in new:
            books.collecting.add_attachment(names[link.sha256])
            books.evidence.save(link)
        added = tuple(link for link in new if link.key not in known)
        return EvidenceAdded(added, len(wanted) - len(added), books.operation)


def remove_evidence(desk: Desk, evidence: Evidence) -> int:
    """Take a link out; its content stays for other links and for an undo.

    Returns:
        The operation.

    Raises:
        NotFound: no such cycle or link.
        RuleViolation: the cycle is closed.
    """
    with desk.store.read() as books:
        books.cycles.get(evidence.cycle).require_open()
        known = books.evidence.get(
            evidence.cycle, evidence.unit, evidence.criterion, evidence.sha256
        )
    with desk.store.write("evidence_removed", title=known.title, cycle=known.cycle) as books:
        books.evidence.remove(known)
        return books.operation


def rename_evidence(desk: Desk, evidence: Evidence, typed: str) -> Evidence:
    """Call a tied file otherwise, for people; its ending and its content stay.

    Raises:
        NotFound: no such cycle or link.
        RuleViolation: the cycle is closed.
        InputError: no name was typed.
    """
    with desk.store.read() as books:
        books.cycles.get(evidence.cycle).require_open()
        known = books.evidence.get(
            evidence.cycle, evidence.unit, evidence.criterion, evidence.sha256
        )
    title = retitled(known.title, typed)
    if not title:
        raise InputError("evidence_name_missing", title=known.title)
    if title == known.title:
        return known
    named = replace(known, title=title, is_named=True)
    with desk.store.write("evidence_renamed", title=known.title, new=title) as books:
        books.evidence.save(named)
    return named


def attached_by_criterion(links: Sequence[Evidence]) -> Mapping[tuple[str, str], list[Evidence]]:
    """The links by unit and criterion."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for link in links:
        found.setdefault((link.unit, link.criterion), []).append(link)
    return found


def _refuse_strangers(
    books: Books, desk: Desk, cycle_id: str, places: Sequence[EvidencePlace]
) -> None:
    units = {
        unit.code: unit for unit in _units(books, desk, books.cycles.get(cycle_id).require_open())
    }
    for place in places:
        unit = units.get(place.unit)
        if unit is None:
            raise NotFound("unit_reports_not", key=place.unit)
        if place.criterion and all(one.code != place.criterion for one in unit.asked):
            raise NotFound("criterion_unknown", key=place.criterion)
