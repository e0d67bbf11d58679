"""Bổ sung sau chốt: a closed cycle is opened again with a reason, and what that changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.domain.cycles import Addendum, Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation


@dataclass(frozen=True, slots=True)
class MovedUnit:
    """A unit that stands otherwise than at the closing before; `None` of what it had not."""

    code: str
    name: str
    rank_before: int | None
    rank: int | None
    total_before: int | None
    total: int


@dataclass(frozen=True, slots=True)
class AddendumTold:
    """The addenda of a cycle, and what differs from the closing before the last."""

    addenda: tuple[Addendum, ...]
    moved: tuple[MovedUnit, ...]


def reopen_cycle(desk: Desk, key: str, reason: str) -> Cycle:
    """Open a closed cycle again for what came too late; what was frozen of it is kept.

    Raises:
        NotFound: no such cycle.
        InputError: no reason is given.
        RuleViolation: the cycle is open.
    """
    why = reason.strip()
    if not why:
        raise InputError("addendum_reason_missing")
    desk.store.protect()
    with desk.store.write("cycle_reopened", cycle=key, reason=why) as books:
        cycle = books.cycles.get(key)
        snapshot = books.cycles.snapshot(key)
        if cycle.closed_on is None or snapshot is None:
            raise RuleViolation("cycle_not_closed", cycle=key)
        number = len(books.cycles.addenda(key)) + 1
        addendum = Addendum(key, number, cycle.closed_on, desk.clock.today(), why)
        books.cycles.add_addendum(addendum, snapshot)
        opened = replace(cycle, closed_on=None)
        books.cycles.update(opened)
    return opened


def addenda_of(desk: Desk, key: str) -> AddendumTold:
    """Why a cycle was opened again after its closing, and what came of it.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(key)
        addenda = books.cycles.addenda(key)
        moved = _moved(books, desk, cycle, addenda[-1]) if addenda else ()
    return AddendumTold(addenda, moved)


def _moved(books: Books, desk: Desk, cycle: Cycle, last: Addendum) -> tuple[MovedUnit, ...]:
    before = _rows(json.loads(books.cycles.addendum_snapshot(last))["results"])
    found = []
    for group in rank_in(books, desk, cycle).groups:
        for row in group.rows:
            old = before.get(row.unit.code, {})
            was = (old.get("rank"), old.get("total"))
            if was != (row.rank, row.total):
                found.append(
                    MovedUnit(row.unit.code, row.unit.name, was[0], row.rank, was[1], row.total)
                )
    return tuple(found)


def _rows(results: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The frozen rows by unit."""
    return {row["unit"]: row for group in results["groups"] for row in group["rows"]}
