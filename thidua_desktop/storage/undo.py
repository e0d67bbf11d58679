"""Undoing a whole operation: every row goes back unless something changed it since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.application.records import RowChange, UndoOutcome
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.storage.journal import ChangeRow, Entry, changes_of, operation
from thidua_desktop.storage.operation_log import OperationLog
from thidua_desktop.storage.togetherness import references, together
from thidua_desktop.storage.triggers import JournalledTable, journalled_tables, parsed, parsed_row

UNDO = "undo"
"""The action under which an undo stands in the journal."""

NOT_UNDOABLE = frozenset({"data_created", "data_migrated", "plan_adopted"})


@dataclass(frozen=True, slots=True)
class NetChange:
    """What an operation did to one row in all, however many steps it took."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def taken_back(self) -> RowChange:
        """The change in undo's direction: from what stands now to what stood before."""
        return RowChange(self.table, self.key, before=self.after, after=self.before)


def undo_operation(connection: sqlite3.Connection, entry: Entry, *, preview: bool) -> UndoOutcome:
    """Take back the operation that the entry names; a preview does the same and rolls back.

    Raises:
        NotFound: there is no such operation.
        RuleViolation: it is undone already, or is none that can be.
    """
    target = entry.undoes or 0
    _refuse(OperationLog(connection), target)
    with operation(connection, entry) as under_way:
        undoing = _Undoing(connection, under_way.number)
        undoing.take_back(target)
        under_way.is_dropped = preview or not undoing.restored
        return UndoOutcome(
            undone=target,
            operation=None if under_way.is_dropped else under_way.number,
            restored=tuple(undoing.restored),
            conflicts=tuple(undoing.conflicts),
        )


def _refuse(log: OperationLog, number: int) -> None:
    found = log.get(number)
    if found.undone_by is not None:
        raise RuleViolation("operation_undone_already", number=number, by=found.undone_by)
    if found.action in NOT_UNDOABLE:
        raise RuleViolation("operation_not_undoable", number=number)


def net_changes(changes: Iterable[ChangeRow]) -> list[NetChange]:
    """The changes of an operation row by row, in the order of each row's last step."""
    first: dict[tuple[str, str], str | None] = {}
    last: dict[tuple[str, str], str | None] = {}
    for change in changes:
        row = (change.table, change.key)
        first.setdefault(row, change.before)
        last.pop(row, None)
        last[row] = change.after
    return [
        NetChange(*row, before=parsed_row(first[row]), after=parsed_row(after))
        for row, after in last.items()
    ]


@dataclass
class _Undoing:
    """Takes rows back within the operation under way."""

    connection: sqlite3.Connection
    number: int
    restored: list[RowChange] = field(default_factory=list)
    conflicts: list[RowChange] = field(default_factory=list)

    def __post_init__(self) -> None:
        from sqlite_utils import Database

        database = Database(self.connection, execute_plugins=False)
        self._tables = {table.name: table for table in journalled_tables(database)}

    def take_back(self, target: int) -> None:
        """Go through the operation's rows, the last first, group by group.

        Rows that hang together go back together or not at all. A group that something still
        needs, or whose old name is still taken, is tried again when the others are done, for as
        long as that helps.
        """
        rows = list(reversed(net_changes(changes_of(self.connection, target))))
        pending = []
        for group in together(rows, references(self.connection, self._tables)):
            if all(self._stands(change, target) for change in group):
                pending.append(group)
            else:
                self.conflicts.extend(change.taken_back() for change in group)
        while pending:
            left = [group for group in pending if not self._restore_group(group)]
            if len(left) == len(pending):
                break
            pending = left
        self.conflicts.extend(change.taken_back() for group in pending for change in group)

    def _restore_group(self, group: list[NetChange]) -> bool:
        """Put a group back whole; `False`, and nothing done, when one of its rows can't be."""
        already = len(self.restored)
        with self._savepoint("one_group"):
            pending = group
            while pending:
                left = [change for change in pending if not self._restore(change)]
                if len(left) == len(pending):
                    self.connection.execute("ROLLBACK TO one_group")
                    del self.restored[already:]
                    return False
                pending = left
        return True

    @contextmanager
    def _savepoint(self, name: str) -> Iterator[None]:
        self.connection.execute(f"SAVEPOINT {name}")
        try:
            yield
        finally:
            # On a full disk SQLite itself may have rolled everything back, the savepoint with it.
            if self.connection.in_transaction:
                self.connection.execute(f"RELEASE {name}")

    def _stands(self, change: NetChange, target: int) -> bool:
        """Whether the row is as the operation left it, and nothing wrote it since.

        The same values written again by a later operation belong to that one.
        """
        table = self._tables.get(change.table)
        return (
            table is not None
            and is_same_row(self._current(table, change.key), change.after)
            and self._is_last_writer(change, target)
        )

    def _current(self, table: JournalledTable, key: str) -> dict[str, Any] | None:
        row = self.connection.execute(
            f"SELECT {table.image(table.name)} FROM {table.name} WHERE {_where(table)}",  # noqa: S608 - names of our own schema
            parsed(key),
        ).fetchone()
        return None if row is None else parsed_row(row[0])

    def _is_last_writer(self, change: NetChange, target: int) -> bool:
        """Whether the row's state is the one that the operation wrote.

        An undo brings back the state before the operation that it took back, and with it the
        operation that wrote that state; so a redo can be undone again.
        """
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        writer = 0
        for number, undoes in self.connection.execute(
            "SELECT DISTINCT operation.id, undoes FROM change"
            " JOIN operation ON operation.id = change.operation"
            " WHERE table_name = ? AND row_key = ? ORDER BY operation.id",
            (change.table, change.key),
        ):
            before[number] = writer
            writer = before.get(undoes, number)
            after[number] = writer
        return after[target] == writer

    def _mark_taken_back(self, change: NetChange) -> None:
        """Write down that a row which was only written again is the earlier writer's once more."""
        self.connection.execute(
            "INSERT INTO change (operation, table_name, row_key, before, after)"
            " SELECT ?, table_name, row_key, after, after FROM change"
            " WHERE table_name = ? AND row_key = ? ORDER BY id DESC LIMIT 1",
            (self.number, change.table, change.key),
        )

    def _restore(self, change: NetChange) -> bool:
        """Put one row back; `False` when something later needs it as it is."""
        if change.before == change.after:
            self._mark_taken_back(change)
            return True
        with self._savepoint("one_row"):
            try:
                self._put_back(self._tables[change.table], change)
            except sqlite3.IntegrityError:
                self.connection.execute("ROLLBACK TO one_row")
                return False
        self.restored.append(change.taken_back())
        return True

    def _put_back(self, table: JournalledTable, change: NetChange) -> None:
        key = parsed(change.key)
        if change.before is None:
            self.connection.execute(f"DELETE FROM {table.name} WHERE {_where(table)}", key)  # noqa: S608 - as above
            return
        known = {column.name for column in table.columns}
        row = {name: value for name, value in change.before.items() if name in known}
        if change.after is None:
            names, marks = ", ".join(row), ", ".join("?" for _ in row)
            statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - as above
            self.connection.execute(statement, tuple(row.values()))
        else:
            names = ", ".join(f"{name} = ?" for name in row)
            statement = f"UPDATE {table.name} SET {names} WHERE {_where(table)}"  # noqa: S608 - as above
            self.connection.execute(statement, (*row.values(), *key))


def _where(table: JournalledTable) -> str:
    return " AND ".join(f"{key.name} = ?" for key in table.keys)


def is_same_row(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether two row images agree on the columns that both know.

    A column that a later migration added stands in no older image.
    """
    if one is None or other is None:
        return one is other
    return all(one[column] == other[column] for column in one.keys() & other.keys())
