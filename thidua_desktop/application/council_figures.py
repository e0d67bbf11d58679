"""Điểm Hội đồng: the council's points for lines that the office has appraised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.application.appraising import Points
from thidua_desktop.application.books import Books
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.domain.self_reports import Appraisal, CouncilFigure


def give_council_points(desk: Desk, cycle_id: str, many: Sequence[Points]) -> None:
    """Write the council's points, all of them or none, as one operation.

    Raises:
        NotFound: no such cycle, unit or criterion.
        RuleViolation: the cycle is closed, a line is not appraised yet, or points differ from
            the office's without a reason.
        InputError: points below zero or over the maximum.
    """
    today = desk.clock.today()
    with desk.store.write("council_points_given", cycle=cycle_id, count=len(many)) as books:
        books.cycles.get(cycle_id).require_open()
        for appraisal, points in _lines(books, desk, cycle_id, many):
            figure = CouncilFigure(points.points, points.reason.strip(), today)
            books.appraisals.save_figure(appraisal, figure)


def withdraw_council_points(desk: Desk, cycle_id: str, unit: str, criterion: str) -> None:
    """Let the office's points stand again.

    Raises:
        NotFound: no such cycle or unit, or the council gave no points for the line.
        RuleViolation: the cycle is closed.
    """
    with desk.store.write("council_points_withdrawn", cycle=cycle_id, unit=unit) as books:
        books.cycles.get(cycle_id).require_open()
        given = books.appraisals.of_unit(cycle_id, books.units.get(unit).code).get(criterion)
        if given is None or given.council is None:
            raise NotFound("council_figure_unknown", key=criterion)
        books.appraisals.remove_figure(cycle_id, given.unit, criterion)


def _lines(
    books: Books, desk: Desk, cycle_id: str, many: Sequence[Points]
) -> Iterator[tuple[Appraisal, Points]]:
    """Each order with the line it is for, once it holds."""
    audiences = {group.code: group.audience for group in plan_of(books, desk.plans).groups}
    criteria = books.plans.criteria_sets(cycle_id)
    for points in many:
        unit = books.units.get(points.unit)
        criterion = criteria[audiences[unit.group]].find(points.criterion)
        if criterion is None:
            raise NotFound("criterion_unknown", key=points.criterion)
        appraisal = books.appraisals.of_unit(cycle_id, unit.code).get(criterion.code)
        if appraisal is None:
            raise RuleViolation("line_not_appraised", criterion=criterion.code)
        _check(criterion, appraisal, points)
        yield appraisal, points


def _check(criterion: Criterion, appraisal: Appraisal, points: Points) -> None:
    if not 0 <= points.points <= criterion.max_points:
        raise InputError(
            "points_outside_range",
            criterion=criterion.code,
            points=points.points,
            maximum=criterion.max_points,
        )
    if points.points != appraisal.points and not points.reason.strip():
        raise RuleViolation("council_reason_missing", criterion=criterion.code)
