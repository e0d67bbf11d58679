"""«Vì sao»: every step that put a unit where it is, found only when somebody asks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Role
from thidua_desktop.domain.scoring.policy import Classification, ScoringPolicy
from thidua_desktop.domain.scoring.ranking import RankedRow, Tie
from thidua_desktop.domain.scoring.score import UnitStanding

PRIORITY_ARTICLE = "khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP của Chính phủ"


def explain(row: RankedRow, criteria: CriteriaSet, policy: ScoringPolicy) -> tuple[Reason, ...]:
    """All steps in the order in which they were taken: points, class, place, what is open.

    Args:
        row: a row of `rank_group`.
        criteria: the set that the unit was judged by.
        policy: the policy that it was ranked with.
    """
    return (
        *_points(row, criteria, policy),
        *_class(row, criteria, policy),
        *_place(row, criteria),
        *_open(row.standing),
    )


def _points(row: RankedRow, criteria: CriteriaSet, policy: ScoringPolicy) -> Iterator[Reason]:
    unit = row.standing
    standard = sum(unit.standard)
    yield Reason("rank_standard", {"points": standard, "maximum": criteria.standard_total})
    zeros = _zeros(unit, criteria)
    if zeros:
        yield Reason("rank_zeros", {"count": len(zeros), "criteria": zeros})
    yield from _pool("bonus", unit.bonus, unit.bonus_given)
    yield from _pool("penalty", unit.penalty, unit.penalty_given)
    late = policy.late.points(unit.late_days)
    if unit.late_days > 0:
        is_capped = unit.late_days * policy.late.points_per_day > late
        code = "rank_late_capped" if is_capped else "rank_late"
        yield Reason(code, {"days": unit.late_days, "points": late})
    code = "rank_total" if standard + unit.bonus >= unit.penalty + late else "rank_total_floor"
    yield Reason(code, {"total": row.total})


def _pool(name: str, counted: int, given: int) -> Iterator[Reason]:
    if given > counted:
        yield Reason(f"rank_{name}_capped", {"points": counted, "given": given})
    elif counted:
        yield Reason(f"rank_{name}", {"points": counted})


def _class(row: RankedRow, criteria: CriteriaSet, policy: ScoringPolicy) -> Iterator[Reason]:
    unit = row.standing
    if not unit.has_report:
        yield Reason("class_no_report")
        return
    zeros = _zeros(unit, criteria)
    reached = policy.by_points(row.total, unit.standard)
    for band in policy.bands:
        if band.code is reached:
            break
        if row.total < band.min_points:
            data = {"minimum": band.min_points, "missing": band.min_points - row.total}
            yield Reason(f"class_{band.code}_missed_by_points", data)
        else:
            yield Reason(f"class_{band.code}_missed_by_zero", {"criteria": zeros})
    yield Reason(f"class_{reached}_reached", {"total": row.total})
    highest = policy.highest_with(unit.violations)
    if highest is not Classification.EXCELLENT:
        for cap in policy.caps:
            if cap.violation in unit.violations:
                yield Reason(f"violation_{cap.violation}")
        is_felt = not highest.is_at_least(reached)
        yield Reason(f"class_{highest}_capped" if is_felt else f"class_{highest}_cap_unfelt")


def _place(row: RankedRow, criteria: CriteriaSet) -> Iterator[Reason]:
    if row.rank is None:
        yield Reason("rank_none")
        return
    if row.tie is None:
        return
    tie, members = row.tie, row.tie.members
    yield Reason("rank_equal_total", {"others": len(members) - 1})
    mine = _chain(row.standing, tie)
    # The members stand best first, so the nearest are found without looking at all of them.
    first = bisect_left(members, x=True, key=lambda unit: _chain(unit, tie) <= mine)
    end = bisect_left(members, x=True, key=lambda unit: _chain(unit, tie) < mine)
    if first:
        yield _parted("behind", mine, _chain(members[first - 1], tie), tie, criteria)
    if end < len(members):
        yield _parted("ahead", mine, _chain(members[end], tie), tie, criteria)
    if row.tied:
        yield Reason("rank_tied", {"others": end - first - 1, "rank": row.rank})


def _open(unit: UnitStanding) -> Iterator[Reason]:
    if unit.has_report and unit.pending:
        yield Reason("rank_pending", {"count": unit.pending})


def _chain(unit: UnitStanding, tie: Tie) -> tuple[int, ...]:
    return (*(unit.standard[place] for place in tie.positions), unit.has_women_priority)


def _parted(
    side: str, mine: tuple[int, ...], other: tuple[int, ...], tie: Tie, criteria: CriteriaSet
) -> Reason:
    """How the nearest unit of the same total came to stand above or below."""
    step = next(place for place, points in enumerate(mine) if points != other[place])
    if step == len(tie.positions):
        return Reason(f"rank_{side}_by_priority", {"article": PRIORITY_ARTICLE})
    criterion = criteria.of_role(Role.STANDARD)[tie.positions[step]]
    return Reason(
        f"rank_{side}_by_criterion",
        {"criterion": criterion.code, "points": mine[step], "other": other[step]},
    )


def _zeros(unit: UnitStanding, criteria: CriteriaSet) -> tuple[str, ...]:
    """The standard criteria that count nothing."""
    sheet = zip(criteria.of_role(Role.STANDARD), unit.standard, strict=True)
    return tuple(criterion.code for criterion, points in sheet if not points)
