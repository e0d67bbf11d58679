"""Kỳ: one occasion of reporting, scoring and rewarding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass

from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.plan import Plan


def cycle_id(kind: CycleKind, year: int) -> str:
    """The key of a cycle, such as ``2026-annual``."""
    return f"{year}-{kind.value}"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One kỳ.

    Attributes:
        due_on: the last day for the units' reports, `None` where none is set.
        closed_on: the day it was closed and its results frozen, `None` while open.
        achievement_from: the first day that its achievements count from.
        achievement_to: the last day that its achievements count to.
    """

    id: str
    kind: CycleKind
    year: int
    opened_on: dt.date
    due_on: dt.date | None = None
    closed_on: dt.date | None = None
    _: KW_ONLY
    achievement_from: dt.date
    achievement_to: dt.date

    @property
    def is_open(self) -> bool:
        """Whether reports and points can still change."""
        return self.closed_on is None

    def require_open(self) -> Cycle:
        """Itself: nothing may change that a closed cycle's results were computed from.

        Raises:
            RuleViolation: the cycle is closed.
        """
        if not self.is_open:
            raise RuleViolation("cycle_closed", cycle=self.id)
        return self

    def days_late(self, day: dt.date) -> int:
        """Days after the due day, 0 when in time or where no day is set."""
        return max(0, (day - self.due_on).days) if self.due_on else 0


@dataclass(frozen=True, slots=True)
class Addendum:
    """Bổ sung sau chốt: a closed cycle that was opened again.

    Attributes:
        number: from 1 within its cycle.
        closed_on: the day of the closing that it followed.
        reason: why, as the office's head agreed to it.
    """

    cycle: str
    number: int
    closed_on: dt.date
    reopened_on: dt.date
    reason: str


def cycle_before(cycle: Cycle, cycles: Iterable[Cycle]) -> Cycle | None:
    """Năm trước: the newest one of the same kind in an earlier year, `None` for the first."""
    before = [one for one in cycles if one.kind is cycle.kind and one.year < cycle.year]
    return max(before, key=lambda one: one.year, default=None)


def review_years(plan: Plan, kind: CycleKind) -> tuple[int, ...]:
    """The years in which the plan holds its sơ kết or tổng kết."""
    return tuple(stage.review_year for stage in plan.stages if stage.review is kind)


def achievement_period(plan: Plan, kind: CycleKind, year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day whose achievements a cycle sums up.

    Sơ kết sums up its stage, tổng kết the whole movement.

    Raises:
        RuleViolation: the plan holds no such review in that year.
    """
    if kind is CycleKind.HALF_YEAR:
        return dt.date(year, 1, 1), dt.date(year, 6, 30)
    if kind is CycleKind.ANNUAL:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    held = [stage for stage in plan.stages if stage.review is kind and stage.review_year == year]
    if not held:
        planned = review_years(plan, kind)
        if not planned:
            raise RuleViolation(f"review_{kind}_not_planned", year=year)
        years = tuple(str(other) for other in planned)
        raise RuleViolation(f"review_{kind}_other_year", year=year, planned=years)
    first = plan.first_year if kind is CycleKind.FINAL else held[0].from_year
    return dt.date(first, 1, 1), dt.date(year, 12, 31)
