"""Đơn vị của kỳ: which units report in a cycle."""

from __future__ import annotations

from thidua_desktop.application.books import Books
from thidua_desktop.application.cycles.snapshots import frozen_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.units import Unit


def reporting_units(books: Books, plan: Plan, cycle: Cycle) -> tuple[Unit, ...]:
    """The units that report in a cycle: those that exist on its last day.

    Of a closed cycle they are those it was ranked with. People have no form of their own; their
    groups are left out.
    """
    frozen = frozen_of(books, cycle)
    if frozen is not None:
        return frozen.units
    groups = {group.code: group for group in plan.groups if group.reports}
    living = books.units.existing_on(cycle.achievement_to)
    return tuple(unit for unit in living if unit.group in groups)
