"""Phiếu thẩm định của một đơn vị: every criterion with all figures that were given for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.appraisal.appraising import AppraisalCell, board_rows
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.cycles.unit_criteria import UnitCriteria
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.last_year import LastYear, last_year_in
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.domain.units import Unit


@dataclass(frozen=True, slots=True)
class SheetUnit:
    """A unit that can be chosen, with how much of it waits for the office."""

    code: str
    name: str
    group: str
    pending: int
    has_report: bool


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One criterion of the unit; points ×100, `None` where not given.

    Attributes:
        last_own: what the unit gave itself last year.
        last_final: what counted last year.
    """

    criterion: Criterion
    cell: AppraisalCell
    last_own: int | None = None
    last_final: int | None = None


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """Everything about one unit's points in one cycle.

    Attributes:
        received_on: the day of its report, `None` without one.
        last_total: its total of last year's cycle, `None` where there is none.
    """

    cycle: Cycle
    unit: Unit
    lines: tuple[SheetLine, ...]
    place: RankedUnit | None
    received_on: dt.date | None
    days_late: int
    last_total: int | None


def sheet_units(desk: Desk, cycle_id: str) -> tuple[SheetUnit, ...]:
    """The units that report in a cycle, in the order of their groups.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        plan = plan_of(books, desk.plans)
        criteria = UnitCriteria(books, desk, cycle_id)
        units = reporting_units(books, plan, cycle)
        found = []
        for group in plan.groups:
            members = [unit for unit in units if unit.group == group.code]
            if not members:
                continue
            rows = board_rows(books, cycle, members, criteria.of_group(group.code).criteria)
            found += [
                SheetUnit(row.unit, row.name, group.code, row.pending, row.has_report)
                for row in rows
            ]
    return tuple(found)


def unit_sheet(desk: Desk, cycle_id: str, unit: str) -> UnitSheet:
    """The sheet of one unit.

    Raises:
        NotFound: no such cycle, or the unit does not report in it.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        plan = plan_of(books, desk.plans)
        units = reporting_units(books, plan, cycle)
        found = next((one for one in units if one.code == unit), None)
        if found is None:
            raise NotFound("unit_unknown", key=unit)
        criteria = UnitCriteria(books, desk, cycle_id).of_unit(unit).criteria
        [row] = board_rows(books, cycle, [found], criteria)
        report = books.collecting.reports(cycle_id).get(unit)
        last = last_year_in(books, desk, cycle)
        place = rank_in(books, desk, cycle).find(unit)
    lines = zip(criteria, row.cells, strict=True)
    past = last.units.get(unit)
    return UnitSheet(
        cycle=cycle,
        unit=found,
        lines=tuple(_line(criterion, cell, last, unit) for criterion, cell in lines),
        place=place,
        received_on=report.received_on if report else None,
        days_late=row.days_late,
        last_total=past.place.total if past and past.place else None,
    )


def _line(criterion: Criterion, cell: AppraisalCell, last: LastYear, unit: str) -> SheetLine:
    past = last.line(unit, criterion.code)
    if past is None:
        return SheetLine(criterion, cell)
    return SheetLine(criterion, cell, past.own, past.final)
