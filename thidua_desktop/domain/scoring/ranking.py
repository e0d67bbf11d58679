"""Xếp hạng, xếp loại: totals, classes and places of the units of one group or khối thi đua.

Ten thousand units of forty criteria are ranked in less than five times what a bare loop takes
to add the same numbers, so this module builds tuples only; why a row is where it is, is found
when somebody asks (`explanation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest
from operator import attrgetter, itemgetter
from typing import NamedTuple

from thidua_desktop.domain.scoring.policy import Classification, ScoringPolicy
from thidua_desktop.domain.scoring.score import UnitStanding


class Tie(NamedTuple):
    """Units of one ranking with the same total, in their final order.

    Attributes:
        members: all of them; two or more.
        positions: the standard criteria that were to part them, first things first.
    """

    members: tuple[UnitStanding, ...]
    positions: tuple[int, ...]


class RankedRow(NamedTuple):
    """The place of one unit.

    Attributes:
        rank: its place, `None` for a unit without a report; equal units share one (1, 2, 2, 4).
        total: tổng điểm ×100.
        classification: xếp loại, after every cap.
        tied: equal to another unit by every rule: the council has to vote (cần Hội đồng biểu
            quyết).
        tie: the units with the same total, `None` where there are none.
    """

    rank: int | None
    standing: UnitStanding
    total: int
    classification: Classification
    tied: bool = False
    tie: Tie | None = None

    @property
    def unit(self) -> str:
        """The unit's code."""
        return self.standing.unit


def rank_group(
    standings: Sequence[UnitStanding],
    policy: ScoringPolicy,
    tie_positions: tuple[int, ...] = (),
) -> list[RankedRow]:
    """Rank the units of a group, best first; the order of the input changes nothing.

    Equal totals are parted by the office's tie criteria in order, then by NĐ 152/2025/NĐ-CP
    Điều 4.6 (a woman, or a collective with at least 70 % women). What is still equal shares a
    rank, stands in the order of unit codes and is marked as tied. Units without a report come
    last, without a rank.

    Args:
        standings: one for each unit.
        policy: the office's rules.
        tie_positions: positions in `UnitStanding.standard` (`ScoringPolicy.tie_positions`);
            none where the units are judged by different criteria, as in a mixed khối.
    """
    # By code first: every later sort is stable, also in reverse.
    in_order = sorted(standings, key=attrgetter("unit"))
    reported = [standing for standing in in_order if standing.has_report]
    totals = [total_points(standing, policy) for standing in reported]
    best_first = sorted(range(len(reported)), key=totals.__getitem__, reverse=True)
    rows: list[RankedRow] = []
    for total, places in groupby(best_first, key=totals.__getitem__):
        run = [reported[place] for place in places]
        rank = len(rows) + 1
        if len(run) == 1:
            rows.append(RankedRow(rank, run[0], total, classify(run[0], total, policy)))
        else:
            rows += _part(run, rank, total, policy, tie_positions)
    rows += [_unranked(standing, policy) for standing in in_order if not standing.has_report]
    return rows


def total_points(standing: UnitStanding, policy: ScoringPolicy) -> int:
    """Tổng điểm: standard and bonus, less penalty and lateness, never below 0."""
    total = sum(standing.standard) + standing.bonus - standing.penalty
    if standing.late_days:
        total -= policy.late.points(standing.late_days)
    return max(0, total)


def classify(standing: UnitStanding, total: int, policy: ScoringPolicy) -> Classification:
    """Xếp loại: the band that the total reaches, brought down by violations or no report."""
    if not standing.has_report:
        return Classification.NOT_COMPLETED
    reached = policy.by_points(total, standing.standard)
    if standing.violations:
        reached = reached.at_most(policy.highest_with(standing.violations))
    return reached


def _part(
    run: list[UnitStanding],
    first: int,
    total: int,
    policy: ScoringPolicy,
    positions: tuple[int, ...],
) -> list[RankedRow]:
    """Rows of two or more units with one total, the best of which has the rank `first`."""
    pick = itemgetter(*positions) if positions else _nothing
    keyed = [((pick(unit.standard), unit.has_women_priority), unit) for unit in run]
    keyed.sort(key=itemgetter(0), reverse=True)
    tie = Tie(tuple([unit for _, unit in keyed]), positions)
    following = [key for key, _ in keyed[1:]]
    rows: list[RankedRow] = []
    rank, before = first, None
    for (key, unit), after in zip_longest(keyed, following):
        if key != before:
            rank = first + len(rows)
        tied = key in (before, after)
        rows.append(RankedRow(rank, unit, total, classify(unit, total, policy), tied, tie))
        before = key
    return rows


def _unranked(standing: UnitStanding, policy: ScoringPolicy) -> RankedRow:
    total = total_points(standing, policy)
    return RankedRow(None, standing, total, classify(standing, total, policy))


def _nothing(_: tuple[int, ...]) -> tuple[int, ...]:
    return ()
