"""Điểm Hội đồng: the council's points for lines that the office has appraised."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.appraisal.appraising import Points
from thidua_desktop.application.books import Books
from thidua_desktop.application.cycles.unit_criteria import UnitCriteria, require_within
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.self_reports import CouncilFigure


def give_council_points(desk: Desk, cycle_id: str, many: Sequence[Points]) -> None:
    """Write the council's points, all of them or none, as one operation.

    Raises:
        NotFound: no such cycle, unit or criterion.
        RuleViolation: the cycle is closed, a line is not appraised yet, or points differ from
            the office's without a reason.
        InputError: points below zero or over the maximum.
    """
    with desk.store.write("council_points_given", cycle=cycle_id, count=len(many)) as books:
        give_council_in(books, desk, cycle_id, many)


def give_council_in(books: Books, desk: Desk, cycle_id: str, many: Sequence[Points]) -> None:
    """As `give_council_points`, within an operation under way."""
    today = desk.clock.today()
    books.cycles.get(cycle_id).require_open()
    criteria = UnitCriteria(books, desk, cycle_id)
    for points in many:
        criterion = criteria.line(points.unit, points.criterion)
        appraisal = books.appraisals.of_unit(cycle_id, points.unit).get(criterion.code)
        if appraisal is None:
            raise RuleViolation("line_not_appraised", criterion=criterion.code)
        require_within(criterion, points.points)
        reason = points.reason.strip()
        if points.points != appraisal.points and not reason:
            raise RuleViolation("council_reason_missing", criterion=criterion.code)
        books.appraisals.save_figure(appraisal, CouncilFigure(points.points, reason, today))


def withdraw_council_points(desk: Desk, cycle_id: str, unit: str, criterion: str) -> None:
    """Let the office's points stand again.

    Raises:
        NotFound: no such cycle or unit, or the council gave no points for the line.
        RuleViolation: the cycle is closed.
    """
    with desk.store.write("council_points_withdrawn", cycle=cycle_id, unit=unit) as books:
        withdraw_council_in(books, cycle_id, unit, criterion)


def withdraw_council_in(books: Books, cycle_id: str, unit: str, criterion: str) -> None:
    """As `withdraw_council_points`, within an operation under way."""
    books.cycles.get(cycle_id).require_open()
    given = books.appraisals.of_unit(cycle_id, books.units.get(unit).code).get(criterion)
    if given is None or given.council is None:
        raise NotFound("council_figure_unknown", key=criterion)
    books.appraisals.remove_figure(cycle_id, given.unit, criterion)
