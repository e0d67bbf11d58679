"""Nhập thay đơn vị: a signed paper form is typed in, judged and taken as a returned file is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.judging import ExpectedForm, judge_lines
from thidua_desktop.application.collecting.settling import (
    TAKEN,
    JudgedFile,
    newest_files,
    settle,
    unrecorded,
    with_first_sending,
)
from thidua_desktop.application.collecting.taking import CollectedFile, form_context, status_of
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.forms.typed_form import FROM_PAPER, TypedForm, raw_form
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Intake, IntakeOrigin
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.self_reports import SelfReport


class TypingState(StrEnum):
    """What there is of a unit's form."""

    NOTHING = "nothing"  # chưa có phiếu
    DRAFT = "draft"  # đang nhập dở
    PAPER = "paper"  # đã nhập từ bản giấy
    FILE = "file"  # đã có phiếu gửi bằng tệp


@dataclass(frozen=True, slots=True)
class TypingUnit:
    """A unit that reports in the cycle, as the chooser offers it."""

    unit: str
    name: str
    state: TypingState


@dataclass(frozen=True, slots=True)
class TypingSheet:
    """What is typed for one unit.

    Attributes:
        asked: the criteria that the unit answers, in the order of its form.
        form: what was typed so far.
        has_file_from: the day of a report that came as a file, `None` where none did.
    """

    unit_name: str
    group_name: str
    asked: tuple[Criterion, ...]
    form: TypedForm
    has_file_from: dt.date | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class TypedIn:
    """What became of a typed form; `operation` is `None` when nothing was new."""

    file: CollectedFile
    operation: int | None

    @property
    def is_taken(self) -> bool:
        """Whether it is the unit's report now."""
        return self.file.status in TAKEN


def typing_units(desk: Desk, cycle_id: str) -> tuple[TypingUnit, ...]:
    """The units of a cycle with what there is of their forms.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        reports = books.collecting.reports(cycle_id)
        newest = newest_files(books.collecting.intakes(cycle_id))
        typed = books.typed_forms.of_cycle(cycle_id)
        units = reporting_units(books, plan_of(books, desk.plans), cycle)
    found = []
    for unit in units:
        intake, form = newest.get(unit.code), typed.get(unit.code)
        state = TypingState.NOTHING
        if form is not None and form.is_draft:
            state = TypingState.DRAFT
        elif unit.code in reports:
            is_paper = intake is not None and intake.origin is IntakeOrigin.PAPER
            state = TypingState.PAPER if is_paper else TypingState.FILE
        found.append(TypingUnit(unit.code, unit.name, state))
    return tuple(found)


def typing_sheet(desk: Desk, cycle_id: str, unit: str) -> TypingSheet:
    """The form of one unit with what was typed of it.

    Raises:
        NotFound: no such cycle, or the unit does not report in it.
        RuleViolation: the cycle is closed.
    """
    with desk.store.read() as books:
        expected = _expected(books, desk, cycle_id, unit)
        typed = books.typed_forms.of_cycle(cycle_id).get(unit)
        report = books.collecting.reports(cycle_id).get(unit)
        newest = newest_files(books.collecting.intakes(cycle_id)).get(unit)
        group = plan_of(books, desk.plans).group(books.units.get(unit).group).name
        officer = books.office.officer
    form = typed or TypedForm(cycle_id, unit, desk.clock.today(), officer)
    is_file = report is not None and newest is not None and newest.origin is IntakeOrigin.FILE
    return TypingSheet(
        unit_name=expected.unit_name,
        group_name=group,
        asked=asked_of(expected),
        form=form,
        has_file_from=report.received_on if report is not None and is_file else None,
        issues=_judged(form, expected)[1] if typed else (),
    )


def asked_of(expected: ExpectedForm) -> tuple[Criterion, ...]:
    """The criteria that a unit answers: deductions are the office's own."""
    return tuple(one for one in expected.criteria.criteria if one.role is not Role.PENALTY)


def keep_draft(desk: Desk, form: TypedForm) -> TypedForm:
    """Keep what is typed so far; nothing is written where nothing changed.

    Raises:
        NotFound, RuleViolation: as `typing_sheet`.
        InputError: the paper came in the future.
    """
    _refuse_future(desk, form)
    with desk.store.read() as books:
        expected = _expected(books, desk, form.cycle, form.unit)
        before = books.typed_forms.of_cycle(form.cycle).get(form.unit)
    if before is None:
        is_new = bool(form.requests or form.highlights or any(not x.is_empty for x in form.lines))
    else:
        is_new = _typed_content(form) != _typed_content(before)
    if not is_new:
        return before or form
    draft = replace(form, is_draft=True)
    with desk.store.write("typed_form_kept", unit=expected.unit_name, cycle=form.cycle) as books:
        books.typed_forms.save(draft)
    return draft


def _typed_content(form: TypedForm) -> tuple[str, str, str]:
    return form.content, form.typed_by, form.scan


def drop_draft(desk: Desk, cycle_id: str, unit: str) -> None:
    """Forget what was typed for a unit; its report, where there is one, stays.

    Raises:
        NotFound: no such cycle or unit.
    """
    with desk.store.read() as books:
        name = books.units.get(unit).name
        books.cycles.get(cycle_id)
    with desk.store.write("typed_form_dropped", unit=name, cycle=cycle_id) as books:
        books.typed_forms.remove(cycle_id, unit)


def judge_typed(desk: Desk, form: TypedForm) -> tuple[Issue, ...]:
    """What the judging says of what is typed, as it would of a returned file.

    Raises:
        NotFound, RuleViolation: as `typing_sheet`.
    """
    with desk.store.read() as books:
        return _judged(form, _expected(books, desk, form.cycle, form.unit))[1]


def take_typed(desk: Desk, form: TypedForm) -> TypedIn:
    """Take a typed form in: one operation, with the same judging and rules as a returned file.

    One with faults is recorded as sent but not taken, and stays as a draft.

    Raises:
        NotFound, RuleViolation: as `typing_sheet`.
        InputError: the paper came in the future.
    """
    _refuse_future(desk, form)
    with desk.store.read() as books:
        expected = _expected(books, desk, form.cycle, form.unit)
        known = books.collecting.intakes(form.cycle)
    settled = settle([_as_file(form, expected, _typed_at(desk, form.unit, known))], known)
    [file] = with_first_sending(settled, _sendings(known, form.unit))
    told = CollectedFile(
        file.grid.path, file.unit, file.unit_name, file.status, file.issues, file.report
    )
    typed = replace(form, is_draft=file.report is None)
    if not unrecorded([file], known):
        _settle_draft(desk, typed, expected.unit_name)
        return TypedIn(told, None)
    data = {"unit": expected.unit_name, "cycle": form.cycle}
    action = "typed_form_taken" if file.report else "typed_form_not_taken"
    with desk.store.write(action, **data) as books:
        books.typed_forms.save(typed)
        number = books.collecting.add_intake(_intake(file, form))
        if file.report is not None:
            books.collecting.accept(file.report, number)
        return TypedIn(told, books.operation)


def _settle_draft(desk: Desk, typed: TypedForm, unit_name: str) -> None:
    """A draft that says again what was taken is no draft any more."""
    with desk.store.read() as books:
        before = books.typed_forms.of_cycle(typed.cycle).get(typed.unit)
    if before != typed:
        with desk.store.write("typed_form_kept", unit=unit_name, cycle=typed.cycle) as books:
            books.typed_forms.save(typed)


def _refuse_future(desk: Desk, form: TypedForm) -> None:
    today = desk.clock.today()
    if form.received_on > today:
        raise InputError("typed_form_of_future", received=form.received_on, today=today)


def _expected(books: Books, desk: Desk, cycle_id: str, unit: str) -> ExpectedForm:
    cycle = books.cycles.get(cycle_id).require_open()
    expected = form_context(books, desk, cycle).expected.get(unit)
    if expected is None:
        raise NotFound("unit_reports_not", key=unit)
    return expected


def _judged(form: TypedForm, expected: ExpectedForm) -> tuple[SelfReport, tuple[Issue, ...]]:
    raw = raw_form(form, asked_of(expected))
    lines, issues = judge_lines(raw, expected.criteria)
    report = SelfReport(
        cycle=form.cycle,
        unit=form.unit,
        received_on=form.received_on,
        file_name=FROM_PAPER,
        lines=lines,
        requests=form.requests,
        highlights=form.highlights,
    )
    return report, tuple(replace(issue, sheet="") for issue in issues)


def _typed_at(desk: Desk, unit: str, known: Sequence[Intake]) -> dt.datetime:
    """Now, and never before an earlier typing of the same unit: typing again is correcting it."""
    now = desk.clock.now().astimezone(dt.UTC).replace(microsecond=0)
    before = [
        dt.datetime.fromisoformat(intake.modified_at)
        for intake in known
        if intake.unit == unit and intake.origin is IntakeOrigin.PAPER
    ]
    return max([now, *(moment + dt.timedelta(seconds=1) for moment in before)])


def _as_file(form: TypedForm, expected: ExpectedForm, typed_at: dt.datetime) -> JudgedFile:
    """The typed form in the shape in which files of a unit are compared."""
    report, issues = _judged(form, expected)
    status = status_of(issues)
    grid = WorkbookGrid(Path(FROM_PAPER), form.content, (), ())
    taken = report if status in TAKEN else None
    return JudgedFile(
        grid, typed_at.isoformat(), form.unit, expected.unit_name, status, issues, taken
    )


def _sendings(known: Sequence[Intake], unit: str) -> list[Intake]:
    """What came before: a paper that is typed again is no second sending.

    Its received day may have been mistyped; the one that stands on the form now counts.
    """
    return [
        intake
        for intake in known
        if not (
            intake.unit == unit and intake.origin is IntakeOrigin.PAPER and intake.status in TAKEN
        )
    ]


def _intake(file: JudgedFile, form: TypedForm) -> Intake:
    return Intake(
        id=0,
        cycle=form.cycle,
        file_name=FROM_PAPER,
        sha256=form.content,
        modified_at=file.modified_at,
        received_on=form.received_on,
        unit=form.unit,
        status=file.status,
        issues=file.issues,
        origin=IntakeOrigin.PAPER,
    )
