"""Kỳ: one occasion of reporting, scoring and rewarding."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.domain.kinds import CycleKind


def cycle_id(kind: CycleKind, year: int) -> str:
    """The key of a cycle, such as ``2026-annual``."""
    return f"{year}-{kind.value}"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One kỳ.

    Attributes:
        due_on: the last day for the units' reports, `None` where none is set.
        closed_on: the day it was closed and its results frozen, `None` while open.
    """

    id: str
    kind: CycleKind
    year: int
    opened_on: dt.date
    due_on: dt.date | None = None
    closed_on: dt.date | None = None

    @property
    def is_open(self) -> bool:
        """Whether reports and points can still change."""
        return self.closed_on is None

    def days_late(self, day: dt.date) -> int:
        """Days after the due day, 0 when in time or where no day is set."""
        return max(0, (day - self.due_on).days) if self.due_on else 0

    @property
    def achievement_from(self) -> dt.date:
        """The first day that the cycle's achievements count from."""
        return dt.date(self.year, 1, 1)

    @property
    def achievement_to(self) -> dt.date:
        """The last day that the cycle's achievements count to."""
        if self.kind is CycleKind.HALF_YEAR:
            return dt.date(self.year, 6, 30)
        return dt.date(self.year, 12, 31)
