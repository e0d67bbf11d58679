"""The cycles."""

from __future__ import annotations

import datetime as dt
import sqlite3

from thidua_desktop.domain.cycles import Addendum, Cycle
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.storage.registers.values import date_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class CycleRegister:
    """Port `Cycles`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Cycle, ...]:
        """Every cycle, the newest first."""
        rows = self._rows.select("SELECT * FROM cycle ORDER BY year DESC, opened_on DESC, id DESC")
        return tuple(_cycle(row) for row in rows)

    def get(self, cycle_id: str) -> Cycle:
        """The cycle with this key.

        Raises:
            NotFound: there is none.
        """
        return _cycle(
            self._rows.one("cycle_unknown", "SELECT * FROM cycle WHERE id = ?", (cycle_id,))
        )

    def add(self, cycle: Cycle) -> None:
        """Add a cycle."""
        self._rows.insert("cycle", _row(cycle))

    def update(self, cycle: Cycle) -> None:
        """Write a cycle's new state."""
        self._rows.update("cycle", cycle.id, _row(cycle))

    def save_snapshot(self, cycle_id: str, snapshot: str) -> None:
        """Freeze the results of a cycle as JSON."""
        self._rows.update("cycle", cycle_id, {"snapshot": snapshot})

    def snapshot(self, cycle_id: str) -> str | None:
        """The frozen results, `None` while the cycle is open."""
        row = self._rows.one(
            "cycle_unknown", "SELECT snapshot FROM cycle WHERE id = ?", (cycle_id,)
        )
        return row["snapshot"] and str(row["snapshot"])

    def addenda(self, cycle_id: str) -> tuple[Addendum, ...]:
        """How often a closed cycle was opened again, and why, in order."""
        rows = self._rows.select(
            "SELECT * FROM cycle_addendum WHERE cycle = ? ORDER BY number", (cycle_id,)
        )
        return tuple(
            Addendum(
                row["cycle"],
                row["number"],
                dt.date.fromisoformat(row["closed_on"]),
                dt.date.fromisoformat(row["reopened_on"]),
                row["reason"],
            )
            for row in rows
        )

    def addendum_snapshot(self, addendum: Addendum) -> str:
        """What was frozen before it.

        Raises:
            NotFound: there is no such addendum.
        """
        row = self._rows.one(
            "addendum_unknown",
            "SELECT snapshot FROM cycle_addendum WHERE cycle = ? AND number = ?",
            (addendum.cycle, addendum.number),
        )
        return str(row["snapshot"])

    def add_addendum(self, addendum: Addendum, snapshot: str) -> None:
        """Write down that a cycle is opened again, with what was frozen of it."""
        self._rows.insert(
            "cycle_addendum",
            {
                "cycle": addendum.cycle,
                "number": addendum.number,
                "closed_on": addendum.closed_on.isoformat(),
                "reopened_on": addendum.reopened_on.isoformat(),
                "reason": addendum.reason,
                "snapshot": snapshot,
            },
        )


def _cycle(row: sqlite3.Row) -> Cycle:
    return Cycle(
        id=row["id"],
        kind=CycleKind(row["kind"]),
        year=row["year"],
        opened_on=dt.date.fromisoformat(row["opened_on"]),
        due_on=date_or_none(row["due_on"]),
        closed_on=date_or_none(row["closed_on"]),
        achievement_from=dt.date.fromisoformat(row["achievement_from"]),
        achievement_to=dt.date.fromisoformat(row["achievement_to"]),
    )


def _row(cycle: Cycle) -> dict[str, SqlValue]:
    return {
        "id": cycle.id,
        "kind": cycle.kind,
        "year": cycle.year,
        "opened_on": cycle.opened_on.isoformat(),
        "due_on": cycle.due_on.isoformat() if cycle.due_on else None,
        "closed_on": cycle.closed_on.isoformat() if cycle.closed_on else None,
        "achievement_from": cycle.achievement_from.isoformat(),
        "achievement_to": cycle.achievement_to.isoformat(),
    }
