"""The office's data: one writer, one operation a commit, every change journalled."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.ports import Books, Clock
from thidua_desktop.application.records import (
    BackupMade,
    Dataset,
    Office,
    Operation,
    Problem,
    UndoOutcome,
)
from thidua_desktop.domain.errors import EnvironmentFault, NotFound, RuleViolation
from thidua_desktop.domain.reasons import Value
from thidua_desktop.storage import journal
from thidua_desktop.storage.attachments import ATTACHMENTS, AttachmentFolder
from thidua_desktop.storage.backup import BACKUP_FOLDER, make_backup, thin_out
from thidua_desktop.storage.books import SqliteBooks
from thidua_desktop.storage.connection import (
    DATABASE_NAME,
    create_file,
    open_file,
    translated,
)
from thidua_desktop.storage.lock import DataFolderLock
from thidua_desktop.storage.migrator import (
    migrate,
    newest_version,
    refuse_newer,
    schema_version,
)
from thidua_desktop.storage.rows import Rows
from thidua_desktop.storage.undo import Undoing


@dataclass(frozen=True, slots=True)
class StorePlaces:
    """Where a store lives and by whom it is used.

    Attributes:
        folder: the data folder.
        migrations: the folder of numbered SQL files.
        actor: who works, recorded with every operation.
    """

    folder: Path
    migrations: Path
    actor: str


class SqliteStore:
    """Port `Store`. Each reading and each operation has a connection of its own."""

    def __init__(self, places: StorePlaces, clock: Clock) -> None:
        self._places = places
        self._clock = clock
        self._lock = DataFolderLock(places.folder, places.actor)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._places.folder

    @property
    def _path(self) -> Path:
        return self.folder / DATABASE_NAME

    @property
    def attachments(self) -> AttachmentFolder:
        """The vault of kept files."""
        return AttachmentFolder(self.folder / ATTACHMENTS)

    def create(self, *, is_practice: bool = False) -> None:
        """Make a new, empty data folder and hold it.

        Raises:
            EnvironmentFault: there is data already, or the folder can't be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentFault("folder_read_only", folder=str(self.folder)) from error
        self._lock.acquire(self._clock.now())
        try:
            self._create_database(is_practice)
        except BaseException:
            self.close()
            raise

    def _create_database(self, is_practice: bool) -> None:
        with closing(create_file(self._path)) as connection:
            migrate(connection, self._places.migrations)
        identity = Dataset(
            secrets.token_hex(8), secrets.token_hex(16), self._clock.today(), is_practice
        )
        with self._operation("data_created", {}) as books:
            books.save_dataset(identity)
            books.save_office(Office())

    def open(self) -> None:
        """Hold the data folder and make its database ready: check, back up, migrate.

        Raises:
            NotFound, InputError, EnvironmentFault: as `open_file` says, or the folder is in use,
                or a newer program wrote the database.
        """
        if not self._path.is_file():
            raise NotFound("database_missing", folder=str(self.folder))
        self._lock.acquire(self._clock.now())
        try:
            self._make_ready()
        except BaseException:
            self.close()
            raise

    def _make_ready(self) -> None:
        with closing(open_file(self._path)) as connection, self._translating():
            refuse_newer(connection, self._places.migrations)
            if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("quick_check")
            if schema_version(connection) < newest_version(self._places.migrations):
                self._protect(connection)
                migrate(connection, self._places.migrations)

    def close(self) -> None:
        """Give the data folder back."""
        self._lock.release()

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError:
            raise  # a broken constraint is a bug of ours, not a fault of the machine
        except sqlite3.Error as error:
            raise translated(error, self._path) from error

    @contextmanager
    def read(self) -> Iterator[Books]:
        """A consistent reading; writing through it fails."""
        with closing(open_file(self._path)) as connection, self._translating():
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield SqliteBooks(Rows(connection), operation=0)

    @contextmanager
    def write(self, action: str, **data: Value) -> Iterator[Books]:
        """One operation: one commit, one entry of the journal, one undo."""
        with self._operation(action, data) as books:
            yield books

    @contextmanager
    def _operation(self, action: str, data: dict[str, Value]) -> Iterator[SqliteBooks]:
        with (
            closing(open_file(self._path)) as connection,
            self._translating(),
            self._transaction(connection, action, data) as number,
        ):
            yield SqliteBooks(Rows(connection), number)

    @contextmanager
    def _transaction(
        self, connection: sqlite3.Connection, action: str, data: dict[str, Value]
    ) -> Iterator[int]:
        """BEGIN IMMEDIATE … COMMIT around one operation; any exception rolls back."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            at = self._clock.now().isoformat(timespec="seconds")
            words = json.dumps(data, ensure_ascii=False, default=str)
            number = journal.begin(connection, at, self._places.actor, action, words)
            yield number
            journal.seal(connection, number)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def operations(self, limit: int = 200) -> tuple[Operation, ...]:
        """The newest operations first."""
        with closing(open_file(self._path)) as connection, self._translating():
            rows = connection.execute(
                "SELECT id, at, actor, action, data, undoes,"
                " (SELECT count(*) FROM change WHERE operation = o.id) AS changes,"
                " (SELECT max(u.id) FROM operation AS u WHERE u.undoes = o.id AND NOT EXISTS"
                " (SELECT 1 FROM operation AS r WHERE r.undoes = u.id)) AS undone_by"
                " FROM operation AS o ORDER BY id DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return tuple(
            Operation(
                id=row["id"],
                at=dt.datetime.fromisoformat(row["at"]),
                actor=row["actor"],
                action=row["action"],
                data=json.loads(row["data"]),
                changes=row["changes"],
                undoes=row["undoes"],
                undone_by=row["undone_by"],
            )
            for row in rows
        )

    def undo(self, operation: int, *, preview: bool = False) -> UndoOutcome:
        """Undo a whole operation as a new one; a preview does the same and rolls back."""
        self._refuse_undo(operation)
        with closing(open_file(self._path)) as connection, self._translating():
            undoing = Undoing(connection)
            outcome: UndoOutcome | None = None
            try:
                with self._transaction(connection, "undo", {"operation": operation}) as number:
                    connection.execute(
                        "UPDATE operation SET undoes = ? WHERE id = ?", (operation, number)
                    )
                    undoing.take_back(operation)
                    outcome = UndoOutcome(
                        undone=operation,
                        operation=None if preview else number,
                        restored=tuple(undoing.restored),
                        conflicts=tuple(undoing.conflicts),
                    )
                    if preview or not undoing.restored:
                        raise _NothingKept
            except _NothingKept:
                pass
        assert outcome is not None
        return outcome if outcome.restored else _without_operation(outcome)

    def _refuse_undo(self, number: int) -> None:
        found = {operation.id: operation for operation in self.operations(limit=-1)}
        operation = found.get(number)
        if operation is None:
            raise NotFound("operation_unknown", key=number)
        if operation.undone_by is not None:
            raise RuleViolation("operation_undone_already", number=number, by=operation.undone_by)
        if operation.action == "data_created":
            raise RuleViolation("operation_not_undoable", number=number)

    def backup(self, folder: Path) -> BackupMade:
        """A verified copy in the given folder."""
        with closing(open_file(self._path)) as connection, self._translating():
            return make_backup(
                connection, self.folder / ATTACHMENTS, folder, self._clock.now()
            )

    def protect(self) -> BackupMade:
        """A verified copy of the database beside the data, taken before every risky act.

        Attachments are left out: they are never altered and lie in the same data folder.
        """
        with closing(open_file(self._path)) as connection, self._translating():
            return self._protect(connection)

    def _protect(self, connection: sqlite3.Connection) -> BackupMade:
        folder = self.folder / BACKUP_FOLDER
        made = make_backup(connection, None, folder, self._clock.now())
        thin_out(folder)
        return made

    def check(self) -> tuple[Problem, ...]:
        """Database, journal chain and attachments; empty when all is sound."""
        from sqlite_utils import Database

        problems: list[Problem] = []
        with closing(open_file(self._path)) as connection, self._translating():
            for row in connection.execute("PRAGMA integrity_check"):
                if row[0] != "ok":
                    problems.append(Problem("integrity_broken", {"detail": str(row[0])}))
            for row in connection.execute("PRAGMA foreign_key_check"):
                problems.append(Problem("reference_broken", {"table": str(row[0])}))
            for number in journal.broken_links(connection):
                problems.append(Problem("journal_broken", {"number": number}))
            database = Database(connection, execute_plugins=False)
            for table, key in journal.strayed_rows(connection, database):
                problems.append(Problem("row_changed_outside", {"table": table, "key": key}))
            kept = SqliteBooks(Rows(connection), 0).collecting.attachments()
        problems.extend(self.attachments.problems(kept))
        return tuple(problems)


class _NothingKept(Exception):  # noqa: N818 - leaves the transaction, it is no error
    """Rolls back an undo that was only a preview, or that could restore nothing."""


def _without_operation(outcome: UndoOutcome) -> UndoOutcome:
    return UndoOutcome(outcome.undone, None, outcome.restored, outcome.conflicts)
