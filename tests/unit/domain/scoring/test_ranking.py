"""Totals, classes, places and ties, by example and for any group of units (F2)."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.scoring.policy import (
    DEFAULT_POLICY,
    Classification,
    Violation,
)
from thidua_desktop.domain.scoring.ranking import RankedRow, rank_group, total_points
from thidua_desktop.domain.scoring.score import UnitStanding

EXAMPLES = max(1000, settings().max_examples)

EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Classification


def unit(code: str, *standard: int) -> UnitStanding:
    return UnitStanding(code, standard)


def places(rows: list[RankedRow]) -> list[tuple[int | None, str, bool]]:
    return [(row.rank, row.unit, row.tied) for row in rows]


@pytest.mark.parametrize(
    ("standing", "total"),
    [
        (unit("A", 4000, 5000), 9000),
        (unit("A", 4000, 5000)._replace(bonus=300, penalty=200), 9100),
        (unit("A", 9000)._replace(late_days=1), 8950),
        (unit("A", 9000)._replace(late_days=40), 8700),
        (unit("A", 100)._replace(penalty=500, late_days=9), 0),
        (unit("A"), 0),
    ],
)
def test_total(standing: UnitStanding, total: int) -> None:
    assert total_points(standing, DEFAULT_POLICY) == total


def test_equal_units_share_a_rank_and_the_next_rank_is_skipped() -> None:
    rows = rank_group([unit("D", 70), unit("C", 80), unit("A", 90), unit("B", 80)], DEFAULT_POLICY)
    assert places(rows) == [(1, "A", False), (2, "B", True), (2, "C", True), (4, "D", False)]


def test_the_offices_criteria_part_equal_totals_in_their_order() -> None:
    standings = [unit("A", 30, 20, 50), unit("B", 20, 30, 50), unit("C", 30, 30, 40)]
    assert [row.unit for row in rank_group(standings, DEFAULT_POLICY, (1, 0))] == ["C", "B", "A"]
    assert [row.unit for row in rank_group(standings, DEFAULT_POLICY, (2, 0))] == ["A", "B", "C"]
    assert places(rank_group(standings, DEFAULT_POLICY, (2,))) == [
        (1, "A", True),
        (1, "B", True),
        (3, "C", False),
    ]


def test_article_4_6_parts_what_the_criteria_leave_equal() -> None:
    standings = [unit("A", 50, 50), unit("B", 50, 50)._replace(has_women_priority=True)]
    assert places(rank_group(standings, DEFAULT_POLICY, (0, 1))) == [
        (1, "B", False),
        (2, "A", False),
    ]


def test_article_4_6_comes_after_the_offices_criteria() -> None:
    standings = [unit("A", 60, 40), unit("B", 50, 50)._replace(has_women_priority=True)]
    assert [row.unit for row in rank_group(standings, DEFAULT_POLICY, (0,))] == ["A", "B"]
    assert [row.unit for row in rank_group(standings, DEFAULT_POLICY)] == ["B", "A"]


def test_units_without_a_report_come_last_without_a_rank() -> None:
    standings = [
        unit("A", 9900)._replace(has_report=False),
        unit("C", 100),
        unit("B", 100)._replace(has_report=False),
    ]
    rows = rank_group(standings, DEFAULT_POLICY)
    assert places(rows) == [(1, "C", False), (None, "A", False), (None, "B", False)]
    assert [row.classification for row in rows[1:]] == [NOT_COMPLETED, NOT_COMPLETED]


def test_ties_are_only_between_units_with_the_same_total() -> None:
    rows = rank_group([unit("A", 10, 90), unit("B", 10, 80)], DEFAULT_POLICY, (0,))
    assert [row.tie for row in rows] == [None, None]
    assert [row.rank for row in rows] == [1, 2]


def test_no_units_no_rows() -> None:
    assert rank_group([], DEFAULT_POLICY, (0,)) == []


@pytest.mark.parametrize(
    ("standing", "classification"),
    [
        (unit("A", 5000, 4600), EXCELLENT),
        (unit("A", 5000, 4600)._replace(late_days=3), GOOD),
        (unit("A", 9600, 0), COMPLETED),
        (unit("A", 5000, 4600)._replace(violations=(Violation.LEADER_REPRIMANDED,)), GOOD),
        (unit("A", 5000, 4600)._replace(violations=(Violation.LEADER_WARNED,)), COMPLETED),
        (unit("A", 3000, 3000)._replace(violations=(Violation.LEADER_WARNED,)), NOT_COMPLETED),
        (unit("A", 5000, 4600)._replace(violations=(Violation.CORRUPTION,)), NOT_COMPLETED),
        (unit("A", 5000, 4600)._replace(has_report=False), NOT_COMPLETED),
    ],
)
def test_class(standing: UnitStanding, classification: Classification) -> None:
    (row,) = rank_group([standing], DEFAULT_POLICY)
    assert row.classification is classification


def decoded(place: int, figures: int) -> UnitStanding:
    """A unit told by one number: quick to draw, and few different figures make ties."""
    digits = []
    for base in (4, 4, 4, 2, 2, 2, 2, 2, 5):
        figures, digit = divmod(figures, base)
        digits.append(digit)
    first, second, third, bonus, penalty, late, warned, priority, silent = digits
    return UnitStanding(
        f"DV{place:03}",
        (first * 2500, second * 2500, third * 2500),
        bonus=bonus * 100,
        penalty=penalty * 100,
        late_days=late * 2,
        violations=(Violation.LEADER_WARNED,) * warned,
        has_women_priority=bool(priority),
        has_report=silent != 4,
    )


GROUPS = st.lists(st.integers(0, 4**3 * 2**5 * 5 - 1), max_size=12).map(
    lambda numbers: [decoded(place, figures) for place, figures in enumerate(numbers)]
)
POSITIONS = st.lists(st.integers(0, 2), unique=True).map(tuple)


@settings(max_examples=EXAMPLES)
@given(GROUPS, POSITIONS, st.randoms(use_true_random=False))
def test_f2_the_order_of_the_input_changes_nothing(
    standings: list[UnitStanding], positions: tuple[int, ...], chance: Random
) -> None:
    rows = rank_group(standings, DEFAULT_POLICY, positions)
    shuffled = list(standings)
    chance.shuffle(shuffled)
    assert rank_group(shuffled, DEFAULT_POLICY, positions) == rows
    assert sorted(row.standing for row in rows) == sorted(standings)


@settings(max_examples=EXAMPLES)
@given(GROUPS, POSITIONS)
def test_f2_ranks_follow_the_declared_chain(
    standings: list[UnitStanding], positions: tuple[int, ...]
) -> None:
    """Told the slow way: a rank is one more than the units that stand above."""
    rows = rank_group(standings, DEFAULT_POLICY, positions)

    def worth(standing: UnitStanding) -> tuple[int, ...]:
        total = total_points(standing, DEFAULT_POLICY)
        tie_points = tuple(standing.standard[place] for place in positions)
        return (total, *tie_points, standing.has_women_priority)

    reported = [worth(standing) for standing in standings if standing.has_report]
    for row in rows:
        if not row.standing.has_report:
            assert (row.rank, row.tied, row.tie) == (None, False, None)
            continue
        mine = worth(row.standing)
        assert row.rank == 1 + sum(other > mine for other in reported)
        assert row.tied == (reported.count(mine) > 1)
        peers = [other for other in reported if other[0] == mine[0]]
        assert len(row.tie.members if row.tie else (row,)) == len(peers)
    ranks = [row.rank for row in rows]
    assert ranks == sorted(ranks, key=lambda rank: (rank is None, rank or 0))


@settings(max_examples=EXAMPLES)
@given(GROUPS, POSITIONS)
def test_f2_more_points_never_lower_a_place(
    standings: list[UnitStanding], positions: tuple[int, ...]
) -> None:
    before = {row.unit: row.rank for row in rank_group(standings, DEFAULT_POLICY, positions)}
    for place, standing in enumerate(standings):
        raised = standing._replace(standard=(standing.standard[0] + 100, *standing.standard[1:]))
        better = [*standings[:place], raised, *standings[place + 1 :]]
        after = {row.unit: row.rank for row in rank_group(better, DEFAULT_POLICY, positions)}
        old, new = before[standing.unit], after[standing.unit]
        assert (old is None) == (new is None)
        assert old is None or new is None or new <= old


@settings(max_examples=EXAMPLES)
@given(GROUPS)
def test_f2_among_alike_units_the_class_falls_with_the_total(
    standings: list[UnitStanding],
) -> None:
    alike = [
        standing._replace(violations=(), standard=tuple(points + 1 for points in standing.standard))
        for standing in standings
        if standing.has_report
    ]
    rows = rank_group(alike, DEFAULT_POLICY)
    assert all(
        upper.total >= lower.total and upper.classification.is_at_least(lower.classification)
        for upper, lower in pairwise(rows)
    )
