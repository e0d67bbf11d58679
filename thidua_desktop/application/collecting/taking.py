"""Thu phiếu: files and folders of returned forms, judged, and taken as one operation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.finding_files import found_files
from thidua_desktop.application.collecting.giving_forms import latest_forms
from thidua_desktop.application.collecting.hidden_answers import with_hidden_answers
from thidua_desktop.application.collecting.judging import (
    ExpectedForm,
    FormContext,
    identify,
    judge_lines,
    named_for_other,
)
from thidua_desktop.application.collecting.settling import (
    TAKEN,
    JudgedFile,
    settle,
    unrecorded,
    with_first_sending,
)
from thidua_desktop.application.collecting.slip_cells import with_open_cells_only
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.forms.returned_form import read_form
from thidua_desktop.application.grids import WorkbookGrid, file_name
from thidua_desktop.application.hidden import (
    HiddenChoice,
    asks_about_hidden,
    choice_told,
    without_questions,
)
from thidua_desktop.application.lists.people import person_tables
from thidua_desktop.application.lists.units import unit_tables
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.lineage import successors
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.self_reports import SelfReport

UNIT_LIST, PERSON_LIST = "file_is_unit_list", "file_is_person_list"
"""Codes of files that belong on another page."""


@dataclass(frozen=True, slots=True)
class CollectedFile:
    """One file and what became of it.

    Attributes:
        unit: the unit's code, empty where it is not known.
        report: what was understood of its answers; `None` for a file that is not taken.
    """

    path: Path
    unit: str
    unit_name: str
    status: IntakeStatus
    issues: tuple[Issue, ...]
    report: SelfReport | None = None

    @property
    def name(self) -> str:
        """The file's name as it may be shown."""
        return file_name(self.path)

    @property
    def asks_about_hidden(self) -> bool:
        """Whether it is left alone until it is said what becomes of hidden answers."""
        return asks_about_hidden(self.issues)


@dataclass(frozen=True, slots=True)
class Collected:
    """The outcome of one collecting; `operation` is `None` when nothing was written."""

    files: tuple[CollectedFile, ...]
    operation: int | None

    def count(self, status: IntakeStatus) -> int:
        """How many files have this status."""
        return sum(file.status is status for file in self.files)

    @property
    def asking(self) -> tuple[CollectedFile, ...]:
        """The files in which something is hidden; none of them is written."""
        return tuple(file for file in self.files if file.asks_about_hidden)


@dataclass(frozen=True, slots=True)
class CollectOrder:
    """What to collect and how.

    Attributes:
        paths: files and folders.
        dry_run: only judge; write nothing.
        received_on: the day the office received them; today when `None`.
        hidden: what becomes of answers in hidden rows and columns; without it a file that has
            some is not taken, and asks.
    """

    paths: Sequence[Path]
    dry_run: bool = False
    received_on: dt.date | None = None
    hidden: HiddenChoice | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Files as they were judged, before anything is written.

    Attributes:
        seen: what would become of each file, as `Collected` tells it.
    """

    cycle: str
    received_on: dt.date
    judged: tuple[JudgedFile, ...]
    seen: Collected


def rehearse_forms(
    desk: Desk, cycle_id: str, order: CollectOrder, progress: Progress | None = None
) -> Rehearsal:
    """Read and judge returned forms; nothing is written.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the cycle is closed.
        InputError: a path does not exist, or there is no file to read.
    """
    found = found_files(desk.archives, order.paths)
    # The files are read by other processes meanwhile, and judged as they come.
    grids = desk.workbooks.read(found.files, progress)
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id).require_open()
        context = form_context(books, desk, cycle)
        known = books.collecting.intakes(cycle_id)
    received = order.received_on or desk.clock.today()
    told = _choices(known)
    judged = tuple(
        _judge(grid, context, received, order.hidden or told.get(grid.sha256))
        for grid in chain(found.refused, grids)
    )
    return Rehearsal(cycle_id, received, judged, _told(_settled(judged, known), None))


def answer_hidden(desk: Desk, rehearsal: Rehearsal, choice: HiddenChoice) -> Rehearsal:
    """The rehearsal with every file that asked about hidden answers judged by the choice.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the cycle is closed.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(rehearsal.cycle).require_open()
        context = form_context(books, desk, cycle)
        known = books.collecting.intakes(rehearsal.cycle)
    judged = tuple(
        _judge(file.grid, context, rehearsal.received_on, choice)
        if asks_about_hidden(file.issues)
        else file
        for file in rehearsal.judged
    )
    return replace(rehearsal, judged=judged, seen=_told(_settled(judged, known), None))


def _choices(known: Sequence[Intake]) -> Mapping[str, HiddenChoice]:
    """What was answered for contents that were recorded before; nobody is asked twice."""
    told = {intake.sha256: choice_told(intake.issues) for intake in known}
    return {content: choice for content, choice in told.items() if choice is not None}


def take_forms(desk: Desk, rehearsal: Rehearsal) -> Collected:
    """Take what was judged; all that is written is one operation.

    Every file ends in one status with all its issues. A form with faults is not taken, its unit
    keeps what it had. Doing it again with the same files changes nothing.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the cycle is closed.
    """
    with desk.store.read() as books:
        books.cycles.get(rehearsal.cycle).require_open()
        known = books.collecting.intakes(rehearsal.cycle)
    settled = _settled(rehearsal.judged, known)
    return _told(settled, _take(desk, rehearsal, settled, known))


def collect_forms(
    desk: Desk, cycle_id: str, order: CollectOrder, progress: Progress | None = None
) -> Collected:
    """Read, judge and take returned forms in one go.

    Raises:
        NotFound, RuleViolation, InputError: as `rehearse_forms`.
    """
    rehearsal = rehearse_forms(desk, cycle_id, order, progress)
    return rehearsal.seen if order.dry_run else take_forms(desk, rehearsal)


def _settled(judged: Sequence[JudgedFile], known: Sequence[Intake]) -> list[JudgedFile]:
    return with_first_sending(settle(judged, known), known)


def _told(settled: Sequence[JudgedFile], operation: int | None) -> Collected:
    outcome = tuple(
        CollectedFile(j.grid.path, j.unit, j.unit_name, j.status, j.issues, j.report)
        for j in settled
    )
    return Collected(outcome, operation)


def form_context(books: Books, desk: Desk, cycle: Cycle) -> FormContext:
    """What the forms of a cycle are judged against."""
    plan = plan_of(books, desk.plans)
    criteria = books.plans.criteria_sets(cycle.id)
    issued = books.collecting.issued(cycle.id)
    latest = latest_forms(issued)
    check_codes: dict[str, dict[str, str]] = {}
    for form in issued:
        check_codes.setdefault(form.unit, {})[form.form_id] = form.check_code
    expected = {}
    for unit in reporting_units(books, plan, cycle):
        codes = check_codes.get(unit.code, {})
        newest = latest[unit.code].form_id if unit.code in latest else ""
        audience = plan.group(unit.group).audience
        expected[unit.code] = ExpectedForm(unit.code, unit.name, criteria[audience], codes, newest)
    return FormContext(books.dataset.id, cycle, expected, _gone(books, expected))


def _gone(books: Books, expected: Mapping[str, ExpectedForm]) -> dict[str, tuple[str, str]]:
    """Units that ended, with the names of those that report in their place."""
    events = books.lineage.events()
    gone = {}
    for unit in books.units.all():
        if unit.valid_to is not None and unit.code not in expected:
            heirs = (expected.get(code) for code in successors(unit.code, events))
            names = "», «".join(heir.unit_name for heir in heirs if heir is not None)
            gone[unit.code] = (unit.name, names)
    return gone


def _judge(
    grid: WorkbookGrid, context: FormContext, received: dt.date, hidden: HiddenChoice | None
) -> JudgedFile:
    modified = _modified_at(grid.path)
    if not grid.is_readable:
        return JudgedFile(grid, modified, "", "", IntakeStatus.REJECTED, grid.issues)
    raw = read_form(grid)
    if raw is None:
        issues = (*grid.issues, Issue(_stranger(grid)))
        return JudgedFile(grid, modified, "", "", IntakeStatus.UNKNOWN, issues)
    raw = with_hidden_answers(with_open_cells_only(raw), grid, hidden)
    if not raw.identity:
        issues = (*grid.issues, *without_questions(raw.issues))
        return JudgedFile(grid, modified, "", "", IntakeStatus.REJECTED, issues)
    expected, refusal = identify(raw, context)
    if refusal is not None or expected is None:
        unit = expected.unit if expected else ""
        name = expected.unit_name if expected else ""
        found = without_questions(raw.issues)
        issues = (*grid.issues, *found, *([refusal] if refusal else []))
        return JudgedFile(grid, modified, unit, name, IntakeStatus.REJECTED, issues)
    is_whole = not any(issue.stops for issue in without_questions(raw.issues))
    lines, faults = judge_lines(raw, expected.criteria) if is_whole else ((), ())
    doubts = named_for_other(grid.name, expected, context)
    issues = (*grid.issues, *doubts, *raw.issues, *faults)
    report = SelfReport(
        cycle=context.cycle.id,
        unit=expected.unit,
        received_on=received,
        file_name=grid.name,
        lines=lines,
        requests=raw.requests,
        highlights=raw.highlights,
    )
    status = status_of(issues)
    taken = report if status in TAKEN else None
    return JudgedFile(grid, modified, expected.unit, expected.unit_name, status, issues, taken)


def _stranger(grid: WorkbookGrid) -> str:
    """What a workbook that is no form seems to be."""
    if any(person_tables(sheet) for sheet in grid.sheets):
        return PERSON_LIST
    return UNIT_LIST if any(unit_tables(sheet) for sheet in grid.sheets) else "form_not_recognised"


def _modified_at(path: Path) -> str:
    try:
        stamp = path.stat().st_mtime
    except OSError:
        return ""
    return dt.datetime.fromtimestamp(stamp, dt.UTC).isoformat(timespec="seconds")


def status_of(issues: Sequence[Issue]) -> IntakeStatus:
    """What a form with these issues becomes."""
    if any(issue.stops for issue in issues):
        return IntakeStatus.REJECTED
    if any(issue.severity is Severity.WARNING for issue in issues):
        return IntakeStatus.WARNED
    return IntakeStatus.ACCEPTED


def _take(
    desk: Desk, rehearsal: Rehearsal, settled: Sequence[JudgedFile], known: Sequence[Intake]
) -> int | None:
    """Write what is new as one operation; `None` when everything was known."""
    new = [file for file in unrecorded(settled, known) if not asks_about_hidden(file.issues)]
    if not new:
        return None
    desk.store.protect()
    kept = [desk.attachments.keep(j.grid.path) if j.grid.sha256 else None for j in new]
    taken = sum(item.report is not None for item in new)
    cycle = rehearsal.cycle
    with desk.store.write("forms_collected", cycle=cycle, count=len(new), taken=taken) as books:
        for item, attachment in zip(new, kept, strict=True):
            if attachment is not None:
                books.collecting.add_attachment(attachment)
            intake = _intake(item, cycle, rehearsal.received_on)
            number = books.collecting.add_intake(intake)
            if item.report is not None:
                books.collecting.accept(item.report, number)
        return books.operation


def _intake(item: JudgedFile, cycle_id: str, received: dt.date) -> Intake:
    return Intake(
        id=0,
        cycle=cycle_id,
        file_name=item.grid.name,
        sha256=item.grid.sha256,
        modified_at=item.modified_at,
        received_on=received,
        unit=item.unit,
        status=item.status,
        issues=item.issues,
    )
