"""The office's data: one writer, one operation a commit, every change journalled."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Clock
from thidua_desktop.application.records import (
    PRACTICE_END,
    BackupMade,
    Dataset,
    JournalStep,
    Office,
    Operation,
    Problem,
    UndoOutcome,
)
from thidua_desktop.application.setting_up.starting import FirstOperation
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.domain.reasons import Value
from thidua_desktop.storage import backup, journal
from thidua_desktop.storage.attachments import ATTACHMENTS, AttachmentFolder
from thidua_desktop.storage.books import SqliteBooks
from thidua_desktop.storage.connection import (
    APPLICATION_ID,
    DATABASE_NAME,
    look_at,
    new_file,
)
from thidua_desktop.storage.connections import Connections
from thidua_desktop.storage.durable import fault_of
from thidua_desktop.storage.lock import HOLDER_NAME, LOCK_NAME, DataFolderLock
from thidua_desktop.storage.migrator import migrate, newest_version, refuse_newer, schema_version
from thidua_desktop.storage.operation_log import OperationLog
from thidua_desktop.storage.rows import Rows
from thidua_desktop.storage.soundness import problems_of, refuse_damaged
from thidua_desktop.storage.undo import UNDO, undo_operation

_DATA = (DATABASE_NAME, f"{DATABASE_NAME}-journal", ATTACHMENTS, backup.BACKUP_FOLDER)
"""What a data folder is known by. A journal without its database belongs to a database that is
lost; SQLite would play it into the new one. Old backups would be thinned out for the new ones."""


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
    """Port `Store`. Each reading and each operation has a connection to itself."""

    def __init__(self, places: StorePlaces, clock: Clock) -> None:
        self._places = places
        self._clock = clock
        self._path = places.folder / DATABASE_NAME
        self._connections = Connections(self._path)
        self._lock = DataFolderLock(places.folder, places.actor)
        self._cut_off: Operation | None = None

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._places.folder

    @property
    def cut_off(self) -> Operation | None:
        """The last operation before the program was cut off the last time, while none followed."""
        kept = self._cut_off
        return kept if kept is not None and self.operations(1) == (kept,) else None

    @property
    def attachments(self) -> AttachmentFolder:
        """The vault of kept files."""
        return AttachmentFolder(self.folder / ATTACHMENTS)

    def create(self, *, is_practice: bool = False, first: FirstOperation | None = None) -> None:
        """Make a new data folder and hold it: empty, or with what `first` writes.

        On any failure nothing is left, and a process that dies leaves no database.

        Raises:
            EnvironmentFault: there is data already, or the folder can't be written.
        """
        is_new = not self.folder.exists()
        self._refuse_data()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise fault_of(error, self.folder, "folder_read_only") from error
        with self._held_for_good():
            # Somebody else may have made them while we waited for the folder.
            self._refuse_data()
            try:
                self._make_database(first, is_practice=is_practice)
            except BaseException:
                if is_new:
                    self._leave_no_folder()
                raise

    def _refuse_data(self) -> None:
        try:
            if any((self.folder / name).exists() for name in _DATA):
                raise EnvironmentFault("data_exists", folder=str(self.folder))
        except OSError as error:
            raise fault_of(error, self.folder, "folder_read_only") from error

    def _leave_no_folder(self) -> None:
        """Take away what we made, while we hold it; what is anybody else's stays."""
        with suppress(OSError):
            for name in (LOCK_NAME, HOLDER_NAME):
                (self.folder / name).unlink(missing_ok=True)
            self.folder.rmdir()

    def _make_database(self, first: FirstOperation | None, *, is_practice: bool) -> None:
        key = secrets.token_hex(8) + (PRACTICE_END if is_practice else "")
        identity = Dataset(key, secrets.token_hex(16), self._clock.today(), is_practice)
        with new_file(self._path) as connection:
            migrate(connection, self._places.migrations, self._entry("data_migrated"))
            with journal.operation(connection, self._entry("data_created")) as under_way:
                books = SqliteBooks(Rows(connection), under_way.number)
                books.save_dataset(identity)
                books.save_office(Office())
            if first is not None:
                entry = self._entry(first.action, **first.data)
                with journal.operation(connection, entry) as under_way:
                    first.write(SqliteBooks(Rows(connection), under_way.number))

    def open(self) -> None:
        """Hold the data folder and make its database ready: check, back up, migrate.

        Raises:
            NotFound, InputError, EnvironmentFault: as `open_file` says, or the folder is in use,
                or a newer program wrote the database.
        """
        refuse_newer(look_at(self._path).schema_version, self._places.migrations)
        with self._held_for_good(), self._connections.lent() as connection:
            refuse_damaged(connection, self._path)
            _try_writing(connection)
            if schema_version(connection) < newest_version(self._places.migrations):
                backup.protect(connection, self.folder, self._clock.now())
                migrate(connection, self._places.migrations, self._entry("data_migrated"))
            if self._lock.was_left_behind:
                self._cut_off = next(iter(OperationLog(connection).newest(1)), None)

    @contextmanager
    def _held_for_good(self) -> Iterator[None]:
        """Hold the folder from here on, unless the block fails."""
        self._lock.acquire(self._clock.now())
        self._connections.keep()
        try:
            yield
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the data folder back."""
        self._connections.close()
        self._lock.release()

    @contextmanager
    def read(self) -> Iterator[Books]:
        """A consistent reading; writing through it fails."""
        with self._connections.lent(is_reading=True) as connection:
            connection.execute("BEGIN")
            yield SqliteBooks(Rows(connection), operation=0)

    def write(self, action: str, **data: Value) -> AbstractContextManager[Books]:
        """One operation: one commit, one entry of the journal, one undo."""
        return self._operation(self._entry(action, **data))

    @contextmanager
    def _operation(self, entry: journal.Entry) -> Iterator[Books]:
        with (
            self._connections.lent() as connection,
            journal.operation(connection, entry) as under_way,
        ):
            yield SqliteBooks(Rows(connection), under_way.number)

    def _entry(self, action: str, **data: Value) -> journal.Entry:
        return journal.Entry(self._clock.now(), self._places.actor, action, data)

    def operations(self, limit: int = 200) -> tuple[Operation, ...]:
        """The newest operations first; all of them for a negative limit."""
        with self._connections.lent(is_reading=True) as connection:
            return OperationLog(connection).newest(limit)

    def steps_of_unit(
        self, tables: Collection[str], cycle: str, unit: str
    ) -> tuple[JournalStep, ...]:
        """What happened to the rows of a unit in a cycle, the oldest first."""
        with self._connections.lent(is_reading=True) as connection:
            return OperationLog(connection).steps_of_unit(tables, cycle, unit)

    def undo(self, operation: int, *, preview: bool = False) -> UndoOutcome:
        """Undo a whole operation as a new one; a preview does the same and rolls back."""
        entry = journal.Entry(
            self._clock.now(), self._places.actor, UNDO, {"operation": operation}, operation
        )
        with self._connections.lent() as connection:
            return undo_operation(connection, entry, preview=preview)

    def backup(self, folder: Path) -> BackupMade:
        """A verified copy in the given folder."""
        order = backup.BackupOrder(self.folder, folder, self._clock.now())
        with self._connections.fresh() as connection:
            return backup.make_backup(connection, order)

    def protect(self) -> BackupMade:
        """A verified copy of the database beside the data, taken before every risky act."""
        with self._connections.fresh() as connection:
            return backup.protect(connection, self.folder, self._clock.now())

    def check(self) -> tuple[Problem, ...]:
        """Database, journal chain and attachments; empty when all is sound."""
        with self._connections.fresh() as connection:
            return problems_of(connection, self.attachments, self._places.migrations)


def _try_writing(connection: sqlite3.Connection) -> None:
    """A file that can't be written should be told at the start, not after an hour's work."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        connection.execute("ROLLBACK")
