"""Which criteria (tiêu chí) each unit of a cycle is judged by."""

from __future__ import annotations

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion


class UnitCriteria:
    """The criteria sets of one cycle, read once, found by unit.

    Raises:
        NotFound: no such cycle.
    """

    def __init__(self, books: Books, desk: Desk, cycle_id: str) -> None:
        books.cycles.get(cycle_id)
        self._units = books.units
        self._audiences = {g.code: g.audience for g in plan_of(books, desk.plans).groups}
        self._sets = books.plans.criteria_sets(cycle_id)

    def of_unit(self, unit: str) -> CriteriaSet:
        """The criteria that a unit is judged by.

        Raises:
            NotFound: no such unit.
        """
        return self.of_group(self._units.get(unit).group)

    def of_group(self, group: str) -> CriteriaSet:
        """The criteria that the units of a group of the plan are judged by."""
        return self._sets[self._audiences[group]]

    def line(self, unit: str, criterion: str) -> Criterion:
        """One criterion of a unit.

        Raises:
            NotFound: no such unit, or it is not judged by this criterion.
        """
        found = self.of_unit(unit).find(criterion)
        if found is None:
            raise NotFound("criterion_unknown", key=criterion)
        return found


def require_within(criterion: Criterion, points: int) -> None:
    """Refuse points ×100 that a criterion cannot give.

    Raises:
        InputError: points below zero or over the maximum.
    """
    if not 0 <= points <= criterion.max_points:
        raise InputError(
            "points_outside_range",
            criterion=criterion.code,
            points=points,
            maximum=criterion.max_points,
        )
