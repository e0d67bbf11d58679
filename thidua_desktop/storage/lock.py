"""One desk, one writer: the lock beside the database, with the name of who holds it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from filelock import FileLock, Timeout

from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.storage.durable import fault_of

LOCK_NAME = "thidua.lock"
HOLDER_NAME = "thidua.dang-mo.json"
WAIT_SECONDS = 2.0
"""Long enough for another short command to end, short enough for a person to wait."""


class DataFolderLock:
    """Holds a data folder for this process; the system frees it when the process dies."""

    def __init__(self, folder: Path, holder: str) -> None:
        # The window opens the folder in one thread and may close it in another.
        self._lock = FileLock(folder / LOCK_NAME, thread_local=False)
        self._note = folder / HOLDER_NAME
        self._holder = holder
        self._folder = folder
        self.was_left_behind = False
        """Whether whoever held the folder last never gave it back: it was cut off."""

    def acquire(self, since: dt.datetime) -> None:
        """Take the folder.

        Raises:
            EnvironmentFault: someone else has it open (who, since when), or the folder can't
                be written.
        """
        try:
            self._lock.acquire(timeout=WAIT_SECONDS)
            self.was_left_behind = self._note.exists()
            self._write_note(since)
        except Timeout as error:
            raise self._in_use() from error
        except OSError as error:
            self.release()
            raise fault_of(error, self._folder, "folder_read_only") from error

    def _write_note(self, since: dt.datetime) -> None:
        note = {"holder": self._holder, "since": since.isoformat(timespec="minutes")}
        self._note.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")

    def release(self) -> None:
        """Give the folder back."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release(force=True)

    def _in_use(self) -> EnvironmentFault:
        """The fault with what the holder left written; a holder may die before writing it."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            since = dt.datetime.fromisoformat(note["since"])
            holder = str(note["holder"])
        except (OSError, ValueError, KeyError, TypeError):
            return EnvironmentFault("database_locked", folder=str(self._folder))
        return EnvironmentFault(
            "database_in_use",
            folder=str(self._folder),
            holder=holder,
            time=f"{since:%H:%M}",
            day=since.date(),
        )
