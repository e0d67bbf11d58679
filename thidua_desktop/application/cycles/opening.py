"""Kỳ: opening and listing; it is closed in `results.closing`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle, achievement_period, cycle_id
from thidua_desktop.domain.errors import Conflict, InputError
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.plan import Plan

UNITS = "units"
"""The sender of the report duties that are collected here."""

FIRST_YEAR, LAST_YEAR = 2025, 2035
"""The years that this program's books take; a plan may reach beyond them."""


def open_cycle(desk: Desk, kind: CycleKind, year: int, due_on: dt.date | None = None) -> Cycle:
    """Open a cycle with the working criteria sets; they are its own from here on.

    `due_on` is the last day for reports; without it the plan's own day counts, where it names one.

    Raises:
        Conflict: the cycle is open already.
        InputError: the year lies outside the plan's years or beyond the books, or the day outside
            reason.
        RuleViolation: the plan holds no such review in that year.
    """
    with desk.store.read() as books:
        plan = plan_of(books, desk.plans)
        twin = next((c for c in books.cycles.all() if c.id == cycle_id(kind, year)), None)
    if twin is not None:
        raise Conflict("cycle_exists", cycle=twin.id)
    if not plan.first_year <= year <= plan.last_year:
        raise InputError("year_outside_plan", year=year, first=plan.first_year, last=plan.last_year)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError("year_beyond_books", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    first, last = achievement_period(plan, kind, year)
    cycle = Cycle(
        id=cycle_id(kind, year),
        kind=kind,
        year=year,
        opened_on=desk.clock.today(),
        due_on=_sensible(due_on or due_day(plan, kind, year), year),
        achievement_from=first,
        achievement_to=last,
    )
    with desk.store.write("cycle_opened", cycle=cycle.id) as books:
        books.cycles.add(cycle)
        for criteria_set in books.plans.criteria_sets(None).values():
            books.plans.save_criteria_set(criteria_set, cycle.id)
    return cycle


def due_day(plan: Plan, kind: CycleKind, year: int) -> dt.date | None:
    """The day that the plan sets for the units' reports, `None` where it names none."""
    for duty in plan.reports:
        if duty.sender == UNITS and duty.kind is kind and duty.due_day and duty.due_month:
            return dt.date(year, duty.due_month, duty.due_day)
    return None


def _sensible(due_on: dt.date | None, year: int) -> dt.date | None:
    """The last day of a cycle, which lies in its year or the one after."""
    if due_on is not None and not dt.date(year, 1, 1) <= due_on <= dt.date(year + 1, 12, 31):
        raise InputError("due_day_outside_year", due=due_on, year=year)
    return due_on


def list_cycles(desk: Desk) -> tuple[Cycle, ...]:
    """Every cycle, the newest first."""
    with desk.store.read() as books:
        return books.cycles.all()


def change_due_day(desk: Desk, key: str, due_on: dt.date | None) -> Cycle:
    """Give a cycle another last day.

    Raises:
        NotFound: no such cycle.
        RuleViolation: it is closed.
        InputError: the day lies outside reason.
    """
    with desk.store.write("due_day_changed", cycle=key) as books:
        cycle = books.cycles.get(key)
        cycle.require_open()
        changed = replace(cycle, due_on=_sensible(due_on, cycle.year))
        books.cycles.update(changed)
    return changed
