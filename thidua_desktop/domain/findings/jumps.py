"""Tăng, giảm bất thường: this year's points far from last year's, or the unit's from the office's.

Points are ×100. Last year's are taken to this year's maximum where that has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.reasons import Reason

WHOLE = 100_00
"""The scale on which totals are compared."""


@dataclass(frozen=True, slots=True)
class TwoYears:
    """One figure of two years, each with its maximum.

    Attributes:
        year: the earlier year.
    """

    year: int
    before: int
    before_maximum: int
    now: int
    maximum: int

    @property
    def is_scaled(self) -> bool:
        """Whether the maximum has changed."""
        return self.before_maximum != self.maximum

    @property
    def comparable(self) -> int:
        """Last year's points as they would be under this year's maximum."""
        if not self.is_scaled or not self.before_maximum:
            return self.before
        return (2 * self.before * self.maximum + self.before_maximum) // (2 * self.before_maximum)

    @property
    def change(self) -> int:
        """How many points more, or less."""
        return self.now - self.comparable


def total_jump(figures: TwoYears, limits: FindingLimits) -> Reason | None:
    """Why a unit's total is worth a look; `None` where it is not."""
    if not figures.maximum or not figures.before_maximum:
        return None
    if abs(figures.change) * WHOLE < limits.jump_total * figures.maximum:
        return None
    return _reason("total", figures)


def criterion_jump(figures: TwoYears, limits: FindingLimits) -> Reason | None:
    """Why one criterion's points are worth a look; `None` where they are not."""
    if not figures.maximum or not figures.before_maximum:
        return None
    change = abs(figures.change)
    if change < limits.jump_points or change * 100 < limits.jump_percent * figures.maximum:
        return None
    return _reason("criterion", figures)


def _reason(what: str, figures: TwoYears) -> Reason:
    way = "rise" if figures.change > 0 else "fall"
    return Reason(
        f"finding_{what}_{way}{'_scaled' if figures.is_scaled else ''}",
        {
            "year": figures.year,
            "before": figures.before,
            "comparable": figures.comparable,
            "now": figures.now,
            "change": abs(figures.change),
            "maximum": figures.maximum,
        },
    )


@dataclass(frozen=True, slots=True)
class TwoOpinions:
    """One criterion as the unit and as the office see it."""

    criterion: str
    own: int
    appraised: int


def overrated(lines: Iterable[TwoOpinions], limits: FindingLimits) -> Reason | None:
    """Why a unit's own points are worth a look; `None` where the office mostly agrees.

    Only what was appraised counts: nothing is held against a unit before somebody has looked.
    """
    known = tuple(lines)
    own, appraised = sum(one.own for one in known), sum(one.appraised for one in known)
    if own - appraised < limits.overrated:
        return None
    lowered = sum(one.own > one.appraised for one in known)
    data = {"own": own, "appraised": appraised, "gap": own - appraised, "count": lowered}
    return Reason("finding_overrated", data)
