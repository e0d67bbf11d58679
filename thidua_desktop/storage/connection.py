"""How the database file is opened: never created silently, never trusted unseen.

The settings were chosen by measurement: `TRUNCATE` with `EXTRA` lost nothing in simulated
power cuts, where WAL with NORMAL lost an acknowledged record in half of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound, ThiDuaError
from thidua_desktop.storage.durable import UNFINISHED, fault_of, put_in_place

DATABASE_NAME = "thidua.db"
APPLICATION_ID = 0x54444B54
"""Written into the file's header, «TDKT» in ASCII: tells our file from any other SQLite file."""

BUSY_TIMEOUT_MS = 5000

_MAGIC = b"SQLite format 3\x00"
_SMALLEST_FILE = 512
_HEADER_SIZE = 100

_SETTINGS: tuple[tuple[str, str | int, int | str], ...] = (
    ("busy_timeout", BUSY_TIMEOUT_MS, BUSY_TIMEOUT_MS),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    # Without it a REPLACE removes the old row unseen by the journal's triggers.
    ("recursive_triggers", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", 0, 0),
)

_ENVIRONMENT_FAULTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), "database_locked"),
    (("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"), "database_read_only"),
    (("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE"), "disk_full"),
    (("SQLITE_IOERR",), "disk_failing"),
)
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What a database file says of itself before SQLite opens it."""

    schema_version: int


@contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """Create a database; it bears its name only once the block is done. Nothing else creates one.

    Raises:
        EnvironmentFault: the folder can't be written, or lies on the network.
    """
    refuse_network(path)
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        _remove(unfinished)
        unfinished.touch(exist_ok=False)
        with translating(path), closing(_connect(unfinished)) as connection:
            _apply_settings(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            yield connection
        put_in_place(unfinished, path)
    except OSError as error:
        raise fault_of(error, path.parent, "folder_read_only") from error
    finally:
        _remove(unfinished)


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    database.with_name(f"{database.name}-journal").unlink(missing_ok=True)


def open_file(path: Path) -> sqlite3.Connection:
    """Open an existing database after looking at what it is.

    Raises:
        NotFound, InputError, EnvironmentFault: as `look_at` and `connect`.
    """
    look_at(path)
    return connect(path)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database that was looked at before, with every setting.

    Raises:
        InputError: the file is damaged.
        EnvironmentFault: another program holds it, or it can't be read.
    """
    with translating(path):
        connection = _connect(path)
        try:
            _apply_settings(connection)
        except UnicodeDecodeError as error:  # SQLite quotes the damaged schema in its complaint
            connection.close()
            raise damaged(path) from error
        except BaseException:
            connection.close()
            raise
    return connection


def look_at(path: Path) -> FileHeader:
    """Read the file's own header, and refuse what SQLite itself would take.

    An empty file opens as a valid empty database, and opening a database changes it where its
    journal mode is another one. So this comes first, and touches nothing.

    Raises:
        NotFound: there is no such file.
        InputError: the file is empty, damaged or somebody else's.
        EnvironmentFault: it can't be read, or lies on the network.
    """
    refuse_network(path)
    if not path.is_file():
        raise NotFound("database_missing", folder=str(path.parent))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
        size = path.stat().st_size
    except OSError as error:
        raise EnvironmentFault("database_unreadable", file=str(path)) from error
    if code := _refusal(header, size):
        raise InputError(code, file=path.name, folder=str(path.parent))
    return FileHeader(schema_version=int.from_bytes(header[60:64], signed=True))


def _refusal(header: bytes, size: int) -> str | None:
    """Why this is no database of ours; offsets 60 and 68 of the file format are our two marks."""
    if size == 0:
        return "database_empty"
    if size < _SMALLEST_FILE or not header.startswith(_MAGIC):
        return "database_not_ours"
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        return "database_foreign"
    return None


def refuse_network(path: PurePath) -> None:
    r"""Refuse ``\\server\share``: SQLite's locks are not sound there, and two PCs would write.

    Raises:
        EnvironmentFault: with the folder.
    """
    if path.drive.startswith("\\\\"):
        raise EnvironmentFault("folder_on_network", folder=str(path.parent))


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=rw"
    # Lent to one thread at a time, but not always to the same.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _apply_settings(connection: sqlite3.Connection) -> None:
    """Set every pragma and read it back: a setting that did not take is worse than an error."""
    for name, value, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is not None and row[0] != expected:
            raise EnvironmentFault("database_setting_refused", setting=name, value=str(row[0]))


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn what SQLite says about this file into the fault that a person can act on.

    A broken constraint or a wrong statement is a bug of ours and passes as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        fault = translated(error, path)
        if fault is None:
            raise
        raise fault from error


def translated(error: sqlite3.Error, path: Path) -> ThiDuaError | None:
    """The foreseen failure behind an SQLite error; `None` for a bug."""
    name = getattr(error, "sqlite_errorname", "")
    for prefixes, code in _ENVIRONMENT_FAULTS:
        if name.startswith(prefixes):
            return EnvironmentFault(code, folder=str(path.parent))
    if name.startswith(_DAMAGE) or _names_damage(error, name):
        return damaged(path)
    return None


def damaged(path: Path) -> InputError:
    """The fault of a file whose content can't be read any more."""
    return InputError("database_damaged", file=path.name, folder=str(path.parent))


def _names_damage(error: sqlite3.Error, name: str) -> bool:
    """Whether a general error can only come from a damaged file: our own statements are tested."""
    if not isinstance(error, sqlite3.OperationalError):
        return False
    text = str(error)
    if not name:
        return text.startswith("Could not decode to UTF-8")
    return text.startswith(("no such table", "unsupported file format"))
