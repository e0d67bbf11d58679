"""Ranking 10,000 units of 40 criteria, against a bare loop that only adds the same numbers."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from tests.bench.row import BenchRow
from thidua_desktop.domain.scoring.policy import DEFAULT_POLICY, Violation
from thidua_desktop.domain.scoring.ranking import rank_group
from thidua_desktop.domain.scoring.score import UnitStanding

UNITS = 10_000
CRITERIA = 40
PAIRS = 15
LIMIT = 5.0


def run() -> BenchRow:
    """The median of several pairs, each floor measured right beside ours."""
    standings = _standings()
    numbers = [standing.standard for standing in standings]
    pairs = [
        (_seconds(lambda: _bare(numbers)), _seconds(lambda: _ours(standings))) for _ in range(PAIRS)
    ]
    floor, ours = sorted(pairs, key=lambda pair: pair[1] / pair[0])[len(pairs) // 2]
    return BenchRow(f"rank {UNITS} units x {CRITERIA} criteria", floor, ours, LIMIT)


def _standings() -> list[UnitStanding]:
    """Units in no order, some late, some with violations, some without a report."""
    chance = random.Random(2026)  # noqa: S311 - the same figures each time, nothing secret
    standings = [
        UnitStanding(
            unit=f"DV{number:05}",
            standard=tuple(chance.randint(150, 250) for _ in range(CRITERIA)),
            bonus=chance.choice((0, 100, 300)),
            late_days=chance.choice((0, 0, 0, 0, 2)),
            violations=(Violation.LEADER_WARNED,) if chance.random() < 0.02 else (),
            has_women_priority=chance.random() < 0.3,
            has_report=chance.random() < 0.97,
        )
        for number in range(UNITS)
    ]
    chance.shuffle(standings)
    return standings


def _bare(rows: list[tuple[int, ...]]) -> list[int]:
    totals = []
    for row in rows:
        total = 0
        for value in row:
            total += value
        totals.append(total)
    return totals


def _ours(standings: list[UnitStanding]) -> None:
    rows = rank_group(standings, DEFAULT_POLICY, (3, 7, 9))
    assert len(rows) == UNITS


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
