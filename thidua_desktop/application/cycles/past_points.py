"""Năm trước: the points of the same kind of cycle before, found along each unit's line."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.application.books import Books
from thidua_desktop.domain.cycles import Cycle, cycle_before
from thidua_desktop.domain.lineage import heir_of

PointsByCriterion = Mapping[str, int]
"""Points ×100 by the code of the criterion."""


def points_of_last_year(books: Books, cycle: Cycle) -> Mapping[str, PointsByCriterion]:
    """By unit and criterion: what was appraised, else what the unit gave itself.

    A renamed unit has its own; one that came out of another alone, or out of a merger in which
    only one had reported, has that one's.
    """
    last = cycle_before(cycle, books.cycles.all())
    if last is None:
        return {}
    points = _points_of(books, last)
    events = books.lineage.events()
    heirs = {unit.code: heir_of(unit.code, points, events) for unit in books.units.all()}
    return {unit: points[heir] for unit, heir in heirs.items() if heir is not None}


def _points_of(books: Books, cycle: Cycle) -> dict[str, dict[str, int]]:
    points: dict[str, dict[str, int]] = {}
    for unit, report in books.collecting.reports(cycle.id).items():
        points[unit] = {ln.criterion: ln.points for ln in report.lines if ln.points is not None}
    for appraisal in books.appraisals.of_cycle(cycle.id):
        points.setdefault(appraisal.unit, {})[appraisal.criterion] = appraisal.final
    return points
