"""Which rows of an operation belong together: half of them taken back would be worse than none."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

PARTS: Mapping[str, str] = {
    "criterion": "criteria_set",
    "self_report_line": "self_report",
    "decided_award": "decision",
    "blank_line": "blank_layout",
    "unit_event_part": "unit_event",
}
"""Tables whose rows are parts of a row of another: points that share a hundred, answers of one
report, awards of one decision."""


class ChangedRow(Protocol):
    """A row of an operation as it was before and after."""

    @property
    def table(self) -> str:
        """Its table."""
        ...

    @property
    def key(self) -> str:
        """Its primary key as the journal writes it."""
        ...

    @property
    def before(self) -> Mapping[str, Any] | None:
        """Its values before, `None` where it was not there."""
        ...

    @property
    def after(self) -> Mapping[str, Any] | None:
        """Its values after, `None` where it is gone."""
        ...


Row = TypeVar("Row", bound=ChangedRow)


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: the columns of a table that name a row of another."""

    table: str
    target: str
    columns: tuple[str, ...]

    def names(self, row: Mapping[str, Any]) -> tuple[str, str] | None:
        """The row that it names, as table and key; `None` where it is empty."""
        values = [row.get(column) for column in self.columns]
        if any(value is None for value in values):
            return None
        return self.target, json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def references(connection: sqlite3.Connection, tables: Iterable[str]) -> list[Reference]:
    """The foreign keys of these tables; they name primary keys in their order."""
    found = []
    for table in tables:
        columns: dict[int, list[str]] = {}
        targets: dict[int, str] = {}
        for row in connection.execute(f"PRAGMA foreign_key_list({table})"):
            columns.setdefault(row["id"], []).append(row["from"])
            targets[row["id"]] = row["table"]
        found += [Reference(table, targets[n], tuple(names)) for n, names in columns.items()]
    return found


def together(rows: Sequence[Row], known: Sequence[Reference]) -> list[list[Row]]:
    """Groups of rows that hang together, in the order of their first rows.

    Two rows do where one names the other, or where both are parts of the same row.
    """
    groups = _Groups()
    changed = {(row.table, row.key) for row in rows}
    for row in rows:
        own = (row.table, row.key)
        groups.add(own)
        for named in _named(row, known):
            if named in changed or PARTS.get(row.table) == named[0]:
                groups.join(own, named)
    gathered: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        gathered.setdefault(groups.head((row.table, row.key)), []).append(row)
    return list(gathered.values())


def _named(row: ChangedRow, known: Sequence[Reference]) -> Iterator[tuple[str, str]]:
    """The rows that a changed row names, before or after the change."""
    for image in (row.before, row.after):
        for reference in known:
            if image is not None and reference.table == row.table:
                named = reference.names(image)
                if named is not None:
                    yield named


class _Groups:
    """Sets of rows that grow together (union-find)."""

    def __init__(self) -> None:
        self._heads: dict[tuple[str, str], tuple[str, str]] = {}

    def add(self, row: tuple[str, str]) -> None:
        """A row that may stand alone."""
        self._heads.setdefault(row, row)

    def head(self, row: tuple[str, str]) -> tuple[str, str]:
        """The row that stands for its group."""
        while self._heads[row] != row:
            row = self._heads[row]
        return row

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        """Make two groups one."""
        self.add(other)
        self._heads[self.head(one)] = self.head(other)
