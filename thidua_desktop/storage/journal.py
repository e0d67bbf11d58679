"""The journal: operations, the rows they changed, and the chain of hashes over them.

The hash of an operation covers its own rows and the hash before it, so that an operation that
was edited, taken out or moved shows. Operations cut off at the end, with the rows they wrote put
back as well, do not show: for that the newest hash must stand outside the file, as on paper or
in a backup. The hash is computed here at commit, because with `trusted_schema=OFF` a trigger
can't call a function of ours.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from thidua_desktop.domain.reasons import Value
from thidua_desktop.storage.value_json import values_to_json

_HASHED_TOGETHER = 1000
"""Changes in one piece of the text that is hashed; part of the hash's definition."""

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal says of an operation before any of its rows.

    Attributes:
        undoes: the operation that this one takes back.
    """

    at: dt.datetime
    actor: str
    action: str
    data: Mapping[str, Value] = field(default_factory=dict)
    undoes: int | None = None


@dataclass(slots=True)
class UnderWay:
    """The operation under way.

    Attributes:
        is_dropped: set to leave without a trace, as a preview does.
    """

    number: int
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One recorded change of one row."""

    id: int
    table: str
    key: str
    before: str | None
    after: str | None


@contextmanager
def operation(connection: sqlite3.Connection, entry: Entry) -> Iterator[UnderWay]:
    """One transaction that is one operation; any exception rolls back.

    What changed nothing leaves no trace: there would be nothing to undo.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        with recorded(connection, entry) as number:
            under_way = UnderWay(number)
            yield under_way
            is_kept = _has_changes(connection, number) and not under_way.is_dropped
        connection.execute("COMMIT" if is_kept else "ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def recorded(connection: sqlite3.Connection, entry: Entry) -> Iterator[int]:
    """Record what the block changes, within the transaction under way; gives the number."""
    cursor = connection.execute(
        "INSERT INTO operation (at, actor, action, data, undoes) VALUES (?, ?, ?, ?, ?)",
        (
            entry.at.isoformat(timespec="seconds"),
            entry.actor,
            entry.action,
            values_to_json(entry.data),
            entry.undoes,
        ),
    )
    number = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO open_operation (id, operation) VALUES (1, ?)", (number,))
    yield number
    digest = operation_hash(connection, number)
    connection.execute("UPDATE operation SET hash = ? WHERE id = ?", (digest, number))
    connection.execute("DELETE FROM open_operation")


def newest(connection: sqlite3.Connection) -> tuple[int, str]:
    """The newest operation's number and hash, which stand for everything up to it."""
    row = connection.execute("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    return (row["id"], row["hash"]) if row else (0, "")


def _has_changes(connection: sqlite3.Connection, number: int) -> bool:
    found = connection.execute("SELECT 1 FROM change WHERE operation = ? LIMIT 1", (number,))
    return found.fetchone() is not None


def changes_of(connection: sqlite3.Connection, number: int) -> list[ChangeRow]:
    """The changes of an operation in the order they happened."""
    rows = connection.execute(
        "SELECT id, table_name, row_key, before, after FROM change WHERE operation = ? ORDER BY id",
        (number,),
    )
    return [ChangeRow(*row) for row in rows]


def operation_hash(connection: sqlite3.Connection, number: int) -> str:
    """SHA-256 over the operation, its changes, and the hash before it."""
    row = connection.execute(
        "SELECT (SELECT hash FROM operation WHERE id < o.id ORDER BY id DESC LIMIT 1),"
        " id, at, actor, action, data, undoes FROM operation AS o WHERE id = ?",
        (number,),
    ).fetchone()
    digest = hashlib.sha256(_canonical(tuple(row)))
    changes = connection.execute(
        "SELECT id, table_name, row_key, before, after FROM change WHERE operation = ? ORDER BY id",
        (number,),
    )
    while some := changes.fetchmany(_HASHED_TOGETHER):
        digest.update(_canonical([tuple(change) for change in some]))
    return digest.hexdigest()


def _canonical(values: Sequence[object]) -> bytes:
    return _encoder.encode(values).encode()


def broken_links(connection: sqlite3.Connection) -> Iterator[int]:
    """The operations whose hash doesn't fit what stands in the journal."""
    before = 0
    for number, stored in connection.execute("SELECT id, hash FROM operation ORDER BY id"):
        if number != before + 1 or stored != operation_hash(connection, number):
            yield number
        before = number
