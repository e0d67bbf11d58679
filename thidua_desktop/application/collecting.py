"""Thu phiếu: files and folders of returned forms, judged, and taken as one operation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.giving_forms import latest_forms, reporting_units
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.judging import ExpectedForm, FormContext, identify, judge_lines
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.application.returned_form import read_form
from thidua_desktop.application.settling import (
    TAKEN,
    JudgedFile,
    settle,
    unrecorded,
    with_first_sending,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.self_reports import SelfReport

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
"""What is looked for in a folder; a file that is named itself is always tried."""


@dataclass(frozen=True, slots=True)
class CollectedFile:
    """One file and what became of it.

    Attributes:
        unit: the unit's code, empty where it is not known.
    """

    path: Path
    unit: str
    unit_name: str
    status: IntakeStatus
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """The outcome of one collecting; `operation` is `None` when nothing was written."""

    files: tuple[CollectedFile, ...]
    operation: int | None

    def count(self, status: IntakeStatus) -> int:
        """How many files have this status."""
        return sum(file.status is status for file in self.files)


@dataclass(frozen=True, slots=True)
class CollectOrder:
    """What to collect and how.

    Attributes:
        paths: files and folders.
        dry_run: only judge; write nothing.
        received_on: the day the office received them; today when `None`.
    """

    paths: Sequence[Path]
    dry_run: bool = False
    received_on: dt.date | None = None


def collect_forms(
    desk: Desk, cycle_id: str, order: CollectOrder, progress: Progress | None = None
) -> Collected:
    """Read, judge and take returned forms; all that is written is one operation.

    Every file ends in one status with all its issues. A form with faults is not taken, its unit
    keeps what it had. Doing it again with the same files changes nothing.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the cycle is closed.
        InputError: a path does not exist, or there is no file to read.
    """
    files = found_files(order.paths)
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        if not cycle.is_open:
            raise RuleViolation("cycle_closed", cycle=cycle_id)
        context = form_context(books, desk, cycle)
        known = books.collecting.intakes(cycle_id)
    received = order.received_on or desk.clock.today()
    judged = [_judge(grid, context, received) for grid in desk.workbooks.read(files, progress)]
    settled = with_first_sending(settle(judged, known), known)
    operation = None if order.dry_run else _take(desk, cycle_id, settled, known, received)
    outcome = tuple(
        CollectedFile(j.grid.path, j.unit, j.unit_name, j.status, j.issues) for j in settled
    )
    return Collected(outcome, operation)


def found_files(paths: Iterable[Path]) -> list[Path]:
    """The files of the given paths, folders opened, each once, in order.

    Raises:
        InputError: a path does not exist, or there is nothing to read.
    """
    files: dict[Path, None] = {}
    missing = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if _is_spreadsheet(file))
            files.update(dict.fromkeys(inside))
        elif path.exists():
            files[path] = None
        else:
            missing.append(Issue("path_missing", file=str(path)))
    if missing:
        raise InputError("paths_missing", issues=missing, count=len(missing))
    if not files:
        raise InputError("no_files_found")
    return list(files)


def _is_spreadsheet(file: Path) -> bool:
    """Office programs leave «~$…» files beside an open workbook; they hold nothing."""
    return (
        file.is_file()
        and file.suffix.lower() in SPREADSHEETS
        and not file.name.startswith(("~$", "."))
    )


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
    return FormContext(books.dataset.id, cycle, expected)


def _judge(grid: WorkbookGrid, context: FormContext, received: dt.date) -> JudgedFile:
    modified = _modified_at(grid.path)
    if not grid.is_readable:
        return JudgedFile(grid, modified, "", "", IntakeStatus.REJECTED, grid.issues)
    raw = read_form(grid)
    if raw is None:
        issues = (*grid.issues, Issue("form_not_recognised"))
        return JudgedFile(grid, modified, "", "", IntakeStatus.UNKNOWN, issues)
    if not raw.identity:
        issues = (*grid.issues, *raw.issues)
        return JudgedFile(grid, modified, "", "", IntakeStatus.REJECTED, issues)
    expected, refusal = identify(raw, context)
    if refusal is not None or expected is None:
        unit = expected.unit if expected else ""
        name = expected.unit_name if expected else ""
        issues = (*grid.issues, *raw.issues, *([refusal] if refusal else []))
        return JudgedFile(grid, modified, unit, name, IntakeStatus.REJECTED, issues)
    is_whole = not any(issue.stops for issue in raw.issues)
    lines, faults = judge_lines(raw, expected.criteria) if is_whole else ((), ())
    issues = (*grid.issues, *raw.issues, *faults)
    report = SelfReport(
        cycle=context.cycle.id,
        unit=expected.unit,
        received_on=received,
        file_name=grid.path.name,
        lines=lines,
        requests=raw.requests,
        highlights=raw.highlights,
    )
    status = status_of(issues)
    taken = report if status in TAKEN else None
    return JudgedFile(grid, modified, expected.unit, expected.unit_name, status, issues, taken)


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
    desk: Desk,
    cycle_id: str,
    settled: Sequence[JudgedFile],
    known: Sequence[Intake],
    received: dt.date,
) -> int | None:
    """Write what is new as one operation; `None` when everything was known."""
    new = unrecorded(settled, known)
    if not new:
        return None
    desk.store.protect()
    kept = [desk.attachments.keep(j.grid.path) if j.grid.sha256 else None for j in new]
    taken = sum(item.report is not None for item in new)
    with desk.store.write("forms_collected", cycle=cycle_id, count=len(new), taken=taken) as books:
        for item, attachment in zip(new, kept, strict=True):
            if attachment is not None:
                books.collecting.add_attachment(attachment)
            number = books.collecting.add_intake(_intake(item, cycle_id, received))
            if item.report is not None:
                books.collecting.accept(item.report, number)
        return books.operation


def _intake(item: JudgedFile, cycle_id: str, received: dt.date) -> Intake:
    return Intake(
        id=0,
        cycle=cycle_id,
        file_name=item.grid.path.name,
        sha256=item.grid.sha256,
        modified_at=item.modified_at,
        received_on=received,
        unit=item.unit,
        status=item.status,
        issues=item.issues,
    )
