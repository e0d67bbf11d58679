"""The connections of a held data folder: opened once, used again, closed with the folder.

Opening one makes SQLite read the whole schema with its triggers, four milliseconds each time. And
looking into the file by ourselves while SQLite holds locks on it would drop those locks on Linux,
so that is done before the first connection only.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from thidua_desktop.storage.connection import connect, look_at, translating


class Connections:
    """Lends connections to one database; several threads may ask at the same time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._known_file: tuple[int, int] | None = None
        self._is_kept = False
        self._guard = threading.Lock()

    def keep(self) -> None:
        """Keep connections from here on, as long as the data folder is held."""
        self._is_kept = True

    def close(self) -> None:
        """Close what is idle, and keep none that comes back later."""
        with self._guard:
            self._is_kept = False
            self._forget()

    def _forget(self) -> None:
        self._known_file = None
        while self._idle:
            self._idle.pop().close()

    @contextmanager
    def lent(self, *, is_reading: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection for the block; SQLite's foreseen failures leave as faults of ours.

        Raises:
            ThiDuaError: as `look_at`, `connect` and `translating` say.
        """
        connection = self._take()
        try:
            with translating(self._path):
                connection.execute(f"PRAGMA query_only = {'ON' if is_reading else 'OFF'}")
                yield connection
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
        self._give_back(connection)

    @contextmanager
    def fresh(self) -> Iterator[sqlite3.Connection]:
        """A connection that remembers nothing: what it reads is what stands on the disk.

        Raises:
            ThiDuaError: as `lent`.
        """
        with self._guard:
            connection = self._opened()
        with closing(connection), translating(self._path):
            yield connection

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._idle and self._known_file == self._file():
                return self._idle.pop()
            return self._opened()

    def _opened(self) -> sqlite3.Connection:
        """A new connection; a file that we don't know yet is looked at before."""
        if not self._is_kept or self._known_file != self._file():
            self._forget()
            look_at(self._path)
            self._known_file = self._file()
        return connect(self._path)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            if self._is_kept and self._known_file == self._file():
                self._idle.append(connection)
            else:
                connection.close()

    def _file(self) -> tuple[int, int] | None:
        """Which file bears the name: somebody may put another one in its place."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
