"""What the store promises, as plain dictionaries: rows, who wrote them last, what an undo does."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

Row = tuple[str, ...]
"""A table's name and the key."""

Value = tuple[object, ...]

Rows = dict[Row, Value]


@dataclass
class Done:
    """An operation: each row that it wrote, with the state before and after.

    Attributes:
        earlier: for each row, which operation had written the state before.
    """

    written: dict[Row, tuple[Value | None, Value | None]]
    earlier: dict[Row, int]
    undoes: int | None = None


@dataclass
class StoreModel:
    """The office's rows and the whole history."""

    rows: Rows = field(default_factory=dict)
    writers: dict[Row, int] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)

    def write(self, number: int, after: dict[Row, Value | None]) -> None:
        """One operation; a row that is written with the values it had counts as written."""
        before = {row: self.rows.get(row) for row in after}
        earlier = {row: self.writers.get(row, 0) for row in after}
        self.done[number] = Done({row: (before[row], after[row]) for row in after}, earlier)
        for row, value in after.items():
            self._put(row, value)
            self.writers[row] = number

    def undo(self, number: int, target: int) -> tuple[set[Row], set[Row]]:
        """Take an operation back; gives the rows that went back and those in conflict."""
        operation, mine = self.done[target], self._written_states(target)
        left = [
            group
            for group in together(operation)
            if all(self.writers.get(row, 0) == mine[row] for row in group)
        ]
        back: set[Row] = set()
        while gone := [group for group in left if self._put_back(operation, group)]:
            left = [group for group in left if group not in gone]
            back |= {row for group in gone for row in group}
        restored = {row for row in back if operation.written[row][0] != operation.written[row][1]}
        conflicts = operation.written.keys() - back
        if restored:
            self.done[number] = Done(
                {row: operation.written[row][::-1] for row in back},
                {row: mine[row] for row in back},
                target,
            )
            self.writers |= {row: operation.earlier[row] for row in back}
        return restored, conflicts

    def _written_states(self, number: int) -> dict[Row, int]:
        """For each row of an operation, the operation that wrote the state it left."""
        operation = self.done[number]
        if operation.undoes is None:
            return dict.fromkeys(operation.written, number)
        return {row: self.done[operation.undoes].earlier[row] for row in operation.written}

    def _put_back(self, operation: Done, group: set[Row]) -> bool:
        """Put a group back where nothing else needs it; all of it or nothing."""
        rows, left = dict(self.rows), set(group)
        while possible := [r for r in left if self._is_possible(r, operation.written[r][0])]:
            self._put(possible[0], operation.written[possible[0]][0])
            left.discard(possible[0])
        if left:
            self.rows = rows
        return not left

    def _is_possible(self, row: Row, value: Value | None) -> bool:
        if value is None:
            return all(row not in parents(*other) for other in self.rows.items())
        return all(parent in self.rows for parent in parents(row, value))

    def _put(self, row: Row, value: Value | None) -> None:
        if value is None:
            self.rows.pop(row, None)
        else:
            self.rows[row] = value

    def undone(self) -> set[int]:
        """The operations that are taken back at this moment."""
        undone: set[int] = set()
        for number in sorted(self.done, reverse=True):
            target = self.done[number].undoes
            if target is not None and number not in undone:
                undone.add(target)
        return undone

    def of(self, table: str) -> Rows:
        """The rows of one table."""
        return {row: value for row, value in self.rows.items() if row[0] == table}

    def copy(self) -> StoreModel:
        """The same history, to go on from a backup."""
        return deepcopy(self)


def together(operation: Done) -> list[set[Row]]:
    """The rows of an operation in groups that name each other; a report's lines are one group."""
    groups: list[set[Row]] = []
    for row, images in operation.written.items():
        named = {parent for image in images if image is not None for parent in parents(row, image)}
        own = {row} | {p for p in named if p in operation.written or row[0] == "line"}
        touching = [group for group in groups if group & own]
        groups = [group for group in groups if group not in touching]
        groups.append(own.union(*touching))
    return [group & operation.written.keys() for group in groups]


def parents(row: Row, value: Value) -> Iterator[Row]:
    """The rows that a row leans on."""
    table, *key = row
    if table == "person" and value[1]:
        yield ("unit", str(value[1]))
    elif table == "intake":
        yield ("unit", str(value[0]))
    elif table == "report":
        yield ("unit", key[0])
        yield ("intake", str(value[0]))
    elif table == "line":
        yield ("report", key[0])
    elif table == "appraisal":
        yield ("unit", key[0])
