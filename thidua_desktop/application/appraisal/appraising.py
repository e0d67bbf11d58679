"""Thẩm định: the office's points beside the unit's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.cycles.unit_criteria import UnitCriteria, require_within
from thidua_desktop.application.evidence.linking import attached_by_criterion
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.self_reports import Appraisal, ReportLine
from thidua_desktop.domain.units import Unit

AS_PROPOSED = "Nhận theo điểm tự chấm"
"""The reason that stands with points taken over as proposed."""


@dataclass(frozen=True, slots=True)
class AppraisalCell:
    """One criterion of one unit: points ×100, `None` where not given."""

    criterion: str
    self_points: int | None
    appraised: int | None
    reason: str
    explanation: str
    evidence: str
    role: Role = Role.STANDARD
    council: int | None = None
    council_reason: str = ""
    attached: tuple[Evidence, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether the ranking still waits for it: bonus and penalty lines only where claimed."""
        return self.appraised is None and (self.role is Role.STANDARD or bool(self.self_points))

    @property
    def differs(self) -> bool:
        """Whether the office gave other points than the unit itself."""
        return self.appraised is not None and self.appraised != self.self_points


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """One unit's line of the grid."""

    unit: str
    name: str
    has_report: bool
    days_late: int
    cells: tuple[AppraisalCell, ...]

    @property
    def pending(self) -> int:
        """Cells that the ranking still waits for."""
        return sum(cell.is_pending for cell in self.cells) if self.has_report else 0


@dataclass(frozen=True, slots=True)
class AppraisalBoard:
    """The grid of one group: units × criteria."""

    cycle: Cycle
    group: str
    criteria: tuple[Criterion, ...]
    rows: tuple[AppraisalRow, ...]


def appraisal_board(desk: Desk, cycle_id: str, group: str) -> AppraisalBoard:
    """The grid of one unit group.

    Raises:
        NotFound: no such cycle or group.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        plan = plan_of(books, desk.plans)
        found = next((g for g in plan.groups if g.code == group), None)
        if found is None:
            raise NotFound("group_unknown", key=group)
        criteria = books.plans.criteria_sets(cycle_id)[found.audience].criteria
        units = [u for u in reporting_units(books, plan, cycle) if u.group == group]
        rows = board_rows(books, cycle, units, criteria)
    return AppraisalBoard(cycle, group, criteria, rows)


def board_rows(
    books: Books, cycle: Cycle, units: Sequence[Unit], criteria: tuple[Criterion, ...]
) -> tuple[AppraisalRow, ...]:
    """The grid's rows of these units, within a reading or operation under way."""
    reports = books.collecting.reports(cycle.id)
    given = {(a.unit, a.criterion): a for a in books.appraisals.of_cycle(cycle.id)}
    attached = attached_by_criterion(books.evidence.of_cycle(cycle.id))
    rows = []
    for unit in units:
        report = reports.get(unit.code)
        cells = []
        for criterion in criteria:
            answer = report.line(criterion.code) if report else ReportLine(criterion.code, None)
            key = (unit.code, criterion.code)
            cell = _cell(criterion, answer, given.get(key))
            cells.append(replace(cell, attached=tuple(attached.get(key, ()))))
        late = cycle.days_late(report.received_on) if report else 0
        rows.append(AppraisalRow(unit.code, unit.name, report is not None, late, tuple(cells)))
    return tuple(rows)


def _cell(criterion: Criterion, answer: ReportLine, appraisal: Appraisal | None) -> AppraisalCell:
    figure = appraisal.council if appraisal else None
    return AppraisalCell(
        criterion=criterion.code,
        self_points=answer.points,
        appraised=appraisal.points if appraisal else None,
        reason=appraisal.reason if appraisal else "",
        explanation=answer.explanation,
        evidence=answer.evidence,
        role=criterion.role,
        council=figure.points if figure else None,
        council_reason=figure.reason if figure else "",
    )


@dataclass(frozen=True, slots=True)
class Points:
    """Points ×100 that the office gives, with the reason."""

    unit: str
    criterion: str
    points: int
    reason: str = ""


def appraise(desk: Desk, cycle_id: str, points: Points) -> None:
    """Give the points of one criterion of one unit; as `appraise_many`."""
    appraise_many(desk, cycle_id, [points])


def appraise_many(desk: Desk, cycle_id: str, many: Sequence[Points]) -> None:
    """Give points, all of them or none, as one operation.

    Raises:
        NotFound: no such cycle, unit or criterion.
        RuleViolation: the cycle is closed, or points differ from the unit's own without a reason.
        InputError: points below zero or over the maximum.
    """
    with desk.store.write("appraised", cycle=cycle_id, count=len(many)) as books:
        appraise_in(books, desk, cycle_id, many)


def appraise_in(books: Books, desk: Desk, cycle_id: str, many: Sequence[Points]) -> None:
    """As `appraise_many`, within an operation under way."""
    today = desk.clock.today()
    giving = _Giving(books, desk, cycle_id)
    for points in many:
        books.appraisals.save(giving.checked(points, today))


def accept_as_proposed(
    desk: Desk, cycle_id: str, units: Collection[str], criteria: Collection[str] | None = None
) -> int:
    """Nhận theo đề xuất: take the units' own points where the office has given none yet.

    Returns:
        How many points were taken over.

    Raises:
        NotFound, RuleViolation: as `appraise_many`.
    """
    today = desk.clock.today()
    with desk.store.read() as books:
        giving = _Giving(books, desk, cycle_id)
        open_lines = [line for unit in units for line in giving.as_proposed(unit, criteria)]
        taken = [giving.checked(points, today) for points in open_lines]
    if taken:
        count = len({appraisal.unit for appraisal in taken})
        with desk.store.write("accepted_as_proposed", cycle=cycle_id, count=count) as books:
            for appraisal in taken:
                books.appraisals.save(appraisal)
    return len(taken)


def left_for_evidence(
    desk: Desk, cycle_id: str, units: Collection[str], criteria: Collection[str] | None = None
) -> int:
    """How many points claimed without the evidence they require still wait for the office.

    Raises:
        NotFound, RuleViolation: as `appraise_many`.
    """
    with desk.store.read() as books:
        giving = _Giving(books, desk, cycle_id)
        return sum(giving.lacking(unit, criteria) for unit in units)


class _Giving:
    """Checks points against the rules of one cycle."""

    def __init__(self, books: Books, desk: Desk, cycle_id: str) -> None:
        cycle = books.cycles.get(cycle_id).require_open()
        self._books = books
        self._cycle = cycle
        self._criteria = UnitCriteria(books, desk, cycle_id)
        self._reports = books.collecting.reports(cycle_id)
        self._attached = attached_by_criterion(books.evidence.of_cycle(cycle_id))

    def as_proposed(self, unit: str, criteria: Collection[str] | None) -> Iterator[Points]:
        """The unit's own points for the lines that the office has given none."""
        done = self._books.appraisals.of_unit(self._cycle.id, unit)
        for criterion in self._criteria.of_unit(unit).criteria:
            if criterion.code in done or (criteria is not None and criterion.code not in criteria):
                continue
            points = self.own_points(unit, criterion)
            if points is not None and not self.lacks_evidence(unit, criterion):
                yield Points(unit, criterion.code, points, AS_PROPOSED)

    def lacking(self, unit: str, criteria: Collection[str] | None) -> int:
        """How many of the unit's lines wait for want of evidence."""
        done = self._books.appraisals.of_unit(self._cycle.id, unit)
        return sum(
            self.lacks_evidence(unit, criterion)
            for criterion in self._criteria.of_unit(unit).criteria
            if criterion.code not in done and (criteria is None or criterion.code in criteria)
        )

    def own_points(self, unit: str, criterion: Criterion) -> int | None:
        """The unit's own points; 0 for what it left empty, `None` without a report.

        Pools that it did not claim, and deductions, are not its own.
        """
        report = self._reports.get(unit)
        if report is None or criterion.role is Role.PENALTY:
            return None
        points = report.line(criterion.code).points
        return points if criterion.role is Role.BONUS else points or 0

    def lacks_evidence(self, unit: str, criterion: Criterion) -> bool:
        """Whether points are claimed without the evidence that the criterion requires.

        Such a line is the officer's to decide one by one, never taken over in bulk.
        """
        report = self._reports.get(unit)
        if report is None or not criterion.requires_evidence:
            return False
        line = report.line(criterion.code)
        is_attached = (unit, criterion.code) in self._attached
        return bool(line.points) and not line.has_evidence and not is_attached

    def checked(self, points: Points, today: dt.date) -> Appraisal:
        """The appraisal, once it holds."""
        criterion = self._criteria.line(points.unit, points.criterion)
        require_within(criterion, points.points)
        reason = points.reason.strip()
        differs = points.points != self.own_points(points.unit, criterion)
        # What was taken over is no reason for other points: it would say what is not so.
        if differs and reason in ("", AS_PROPOSED):
            raise RuleViolation("reason_missing", criterion=points.criterion)
        return Appraisal(
            self._cycle.id, points.unit, points.criterion, points.points, reason, today
        )
