"""What proves that the data are whole: the file, the journal, the attachments."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from thidua_desktop.application.records import Attachment, Problem
from thidua_desktop.storage.attachments import AttachmentFolder
from thidua_desktop.storage.connection import damaged
from thidua_desktop.storage.journal import broken_links
from thidua_desktop.storage.schema import shapes_made_by, table_shapes
from thidua_desktop.storage.triggers import (
    JournalledTable,
    journalled_tables,
    missing_triggers,
    parsed,
    parsed_row,
)
from thidua_desktop.storage.undo import is_same_row

log = logging.getLogger(__name__)


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """The quick look at every start.

    Raises:
        InputError: SQLite finds the file damaged.
    """
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise damaged(path)


def problems_of(
    connection: sqlite3.Connection, attachments: AttachmentFolder, migrations: Path
) -> tuple[Problem, ...]:
    """Everything unsound; a part that can't even be read is a problem, and the others go on."""
    problems: list[Problem] = []
    is_unreadable = False
    for part in (
        _file_problems(connection),
        _table_problems(connection, migrations),
        _reference_problems(connection),
        _journal_problems(connection),
        _row_problems(connection),
        _attachment_problems(connection, attachments),
    ):
        try:
            problems.extend(part)
        except (sqlite3.DatabaseError, ValueError, TypeError, LookupError) as error:
            log.warning("a check could not read the data: %s", error)
            is_unreadable = True
    if is_unreadable and all(problem.code != "integrity_broken" for problem in problems):
        problems.append(Problem("integrity_broken", {"count": 1}))
    return tuple(problems)


def _file_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What SQLite finds wrong with its own file, summed up; the details are for the log."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    if found:
        log.warning("integrity_check: %s", "; ".join(found))
        yield Problem("integrity_broken", {"count": len(found)})


def _table_problems(connection: sqlite3.Connection, migrations: Path) -> Iterator[Problem]:
    """Tables that are gone or of another shape than the program makes them."""
    found = table_shapes(connection)
    for table, shape in sorted(shapes_made_by(migrations).items()):
        if table not in found:
            yield Problem("table_missing", {"table": table})
        elif found[table] != shape:
            yield Problem("table_changed_outside", {"table": table})


def _reference_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    found = {row["table"] for row in connection.execute("PRAGMA foreign_key_check")}
    for table in sorted(found):
        yield Problem("reference_broken", {"table": table})


def _journal_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    from sqlite_utils import Database

    for number in broken_links(connection):
        yield Problem("journal_broken", {"number": number})
    for table in missing_triggers(Database(connection, execute_plugins=False)):
        yield Problem("journal_incomplete", {"table": table})


def _row_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    from sqlite_utils import Database

    for table in journalled_tables(Database(connection, execute_plugins=False)):
        for key in strayed_rows(connection, table):
            words = ", ".join(str(value) for value in parsed(key))
            yield Problem("row_changed_outside", {"table": table.name, "key": words})


def strayed_rows(connection: sqlite3.Connection, table: JournalledTable) -> list[str]:
    """The keys of rows that differ from their last recorded state: changed behind its back."""
    live = f"SELECT {table.key(table.name)}, {table.image(table.name)} FROM {table.name}"  # noqa: S608 - names of our own schema
    recorded = (
        "SELECT row_key, after FROM change WHERE after IS NOT NULL AND id IN"
        " (SELECT max(id) FROM change WHERE table_name = ? GROUP BY row_key)"
    )
    now = _images(connection.execute(live))
    then = _images(connection.execute(recorded, (table.name,)))
    return sorted(
        key for key in now.keys() | then.keys() if not _agree(now.get(key), then.get(key))
    )


def _images(rows: sqlite3.Cursor) -> dict[str, str]:
    return {row[0]: row[1] for row in rows}


def _agree(live: str | None, recorded: str | None) -> bool:
    return live == recorded or is_same_row(parsed_row(live), parsed_row(recorded))


def _attachment_problems(
    connection: sqlite3.Connection, folder: AttachmentFolder
) -> Iterator[Problem]:
    rows = connection.execute("SELECT sha256, size, name FROM attachment ORDER BY sha256")
    yield from folder.problems(Attachment(*row) for row in rows)
