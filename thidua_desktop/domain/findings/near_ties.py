"""Sát ranh giới: a small difference of points that decides a place, a class or an award."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.awards.quota_line import ListLine, ListPlace, QuotaList
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.policy import Band, Classification

_COMPETED = {"list_within", "list_within_unknown", "list_tied", "list_beyond", "list_below_drawn"}
"""Why a line of a list stands where it does, for those whom the points placed."""


@dataclass(frozen=True, slots=True)
class NearTie:
    """A unit that is close to another one, or to a boundary.

    Attributes:
        other: the other unit; empty for a boundary of classes.
        band: the class at whose edge it is; `None` beside another unit.
    """

    unit: str
    other: str
    reason: Reason
    band: Classification | None = None


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit with its place in its group and its total ×100."""

    unit: str
    rank: int
    total: int


def near_top(placed: Sequence[PlacedUnit], limits: FindingLimits) -> tuple[NearTie, ...]:
    """Who is close to the first of the group."""
    if not placed:
        return ()
    first = min(placed, key=lambda one: (one.rank, one.unit))
    return tuple(
        NearTie(one.unit, first.unit, _gap("finding_near_top", first.total - one.total))
        for one in placed
        if one is not first and first.total - one.total <= limits.near_tie
    )


def near_classes(
    placed: Iterable[PlacedUnit], bands: Iterable[Band], limits: FindingLimits
) -> tuple[NearTie, ...]:
    """Who just reaches a class, or just fails to."""
    edges = tuple(bands)
    return tuple(
        NearTie(one.unit, "", _edge(one.total, band), band.code)
        for one in placed
        for band in edges
        if -limits.near_tie <= one.total - band.min_points < limits.near_tie
    )


def near_line(drawn: QuotaList, limits: FindingLimits) -> tuple[NearTie, ...]:
    """Who is close to the last above the quota line; equals at the line among themselves."""
    lines = [line for line in drawn.lines if line.why.code in _COMPETED and line.candidate.standing]
    within = [line for line in lines if line.place is ListPlace.IN]
    tied = [line for line in lines if line.place is ListPlace.TIED]
    below = [line for line in lines if line.place is ListPlace.OUT]
    last = tied[-1] if tied else within[-1] if within else None
    if last is None or not (tied or below):
        return ()
    close = [
        NearTie(one.candidate.code, last.candidate.code, _gap("finding_near_line", gap))
        for one in below
        if (gap := abs(_total(last) - _total(one))) <= limits.near_tie
    ]
    equals = [
        NearTie(one.candidate.code, tied[0].candidate.code, _gap("finding_near_line", 0))
        for one in tied[1:]
    ]
    return (*equals, *close)


def _total(line: ListLine) -> int:
    """The points of a candidate: class first, then points (`Standing`)."""
    return (line.candidate.standing or (0, 0))[1]


def _gap(code: str, gap: int) -> Reason:
    return Reason(code if gap else f"{code}_equal", {"gap": gap})


def _edge(total: int, band: Band) -> Reason:
    over = total - band.min_points
    way = "at" if not over else "above" if over > 0 else "below"
    data = {"total": total, "points": band.min_points, "gap": abs(over)}
    return Reason(f"finding_{way}_{band.code.value}", data)
